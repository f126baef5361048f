/** What happened, when and by which run, in SQL. */
@NullMarked
package nightfill.adapter.postgres.history;

import org.jspecify.annotations.NullMarked;
