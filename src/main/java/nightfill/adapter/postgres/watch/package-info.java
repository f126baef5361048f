/** What people look at, in SQL that reads a page and no history. */
@NullMarked
package nightfill.adapter.postgres.watch;

import org.jspecify.annotations.NullMarked;
