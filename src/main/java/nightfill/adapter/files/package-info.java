/** Files and directories: reads, hashes and replaces them whole and durably. */
@NullMarked
package nightfill.adapter.files;

import org.jspecify.annotations.NullMarked;
