/** Runs again what a restored database does not know. */
@NullMarked
package nightfill.application.restore;

import org.jspecify.annotations.NullMarked;
