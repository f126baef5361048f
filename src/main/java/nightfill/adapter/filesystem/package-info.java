/** Lists, hashes, copies, moves and deletes files. */
@NullMarked
package nightfill.adapter.filesystem;

import org.jspecify.annotations.NullMarked;
