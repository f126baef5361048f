/** The command line: thin commands, and one place where outcomes become messages and exit codes. */
@NullMarked
package nightfill.adapter.cli;

import org.jspecify.annotations.NullMarked;
