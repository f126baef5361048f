/** The lines that take their turn, the stock that serves them, and what was decided. */
@NullMarked
package nightfill.adapter.postgres.allocation;

import org.jspecify.annotations.NullMarked;
