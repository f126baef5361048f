/** Accounts and log-ins in SQL. */
@NullMarked
package nightfill.adapter.postgres.access;

import org.jspecify.annotations.NullMarked;
