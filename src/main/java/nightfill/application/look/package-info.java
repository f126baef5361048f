/** What people look up: orders by their id, and the files that a run has in OUTPUT. */
@NullMarked
package nightfill.application.look;

import org.jspecify.annotations.NullMarked;
