/** What a directory sync is told, sees, and tells. */
@NullMarked
package nightfill.application.sync;

import org.jspecify.annotations.NullMarked;
