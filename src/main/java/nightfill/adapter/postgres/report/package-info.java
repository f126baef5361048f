/** What reports show of a run, and where they were published, in SQL. */
@NullMarked
package nightfill.adapter.postgres.report;

import org.jspecify.annotations.NullMarked;
