/** The command line: thin commands. */
@NullMarked
package nightfill.adapter.cli;

import org.jspecify.annotations.NullMarked;
