/** Which files to copy, move and delete, so that one tree becomes equal to another. */
@NullMarked
package nightfill.domain.sync;

import org.jspecify.annotations.NullMarked;
