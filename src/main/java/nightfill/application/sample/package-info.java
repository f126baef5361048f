/** Invents nights of a furniture retailer: nothing but arithmetic, the same on every machine. */
@NullMarked
package nightfill.application.sample;

import org.jspecify.annotations.NullMarked;
