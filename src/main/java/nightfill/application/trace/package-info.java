/** What happened to an order. */
@NullMarked
package nightfill.application.trace;

import org.jspecify.annotations.NullMarked;
