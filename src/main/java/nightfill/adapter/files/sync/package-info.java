/** Carries a sync out on a file system. */
@NullMarked
package nightfill.adapter.files.sync;

import org.jspecify.annotations.NullMarked;
