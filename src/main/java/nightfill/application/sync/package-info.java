/** What a directory sync is asked for, sees, and reports. */
@NullMarked
package nightfill.application.sync;

import org.jspecify.annotations.NullMarked;
