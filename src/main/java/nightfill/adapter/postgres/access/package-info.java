/** Accounts, log-ins and the audit trail in SQL. */
@NullMarked
package nightfill.adapter.postgres.access;

import org.jspecify.annotations.NullMarked;
