/** Counts the rules over again, in SQL, and tells in one pass which of them need not be asked. */
@NullMarked
package nightfill.adapter.postgres.recount;

import org.jspecify.annotations.NullMarked;
