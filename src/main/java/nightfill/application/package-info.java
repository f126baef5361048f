/** What Nightfill can be asked to do, for whoever drives it. */
@NullMarked
package nightfill.application;

import org.jspecify.annotations.NullMarked;
