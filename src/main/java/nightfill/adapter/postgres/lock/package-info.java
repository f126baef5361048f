/** Lets one process at a time work on a database, and keeps the others out. */
@NullMarked
package nightfill.adapter.postgres.lock;

import org.jspecify.annotations.NullMarked;
