/** Outcomes as messages and exit codes. */
@NullMarked
package nightfill.adapter.cli.text;

import org.jspecify.annotations.NullMarked;
