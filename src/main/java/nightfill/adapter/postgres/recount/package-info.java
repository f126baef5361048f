/** Counts the rules over again, in SQL. */
@NullMarked
package nightfill.adapter.postgres.recount;

import org.jspecify.annotations.NullMarked;
