/** Removes what is old and no longer needed. */
@NullMarked
package nightfill.application.upkeep;

import org.jspecify.annotations.NullMarked;
