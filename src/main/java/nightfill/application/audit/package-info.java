/** Counts over again what finished nights left, in the data and in OUTPUT. */
@NullMarked
package nightfill.application.audit;

import org.jspecify.annotations.NullMarked;
