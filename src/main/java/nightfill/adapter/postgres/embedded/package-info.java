/** Runs a PostgreSQL server of Nightfill's own inside its home. */
@NullMarked
package nightfill.adapter.postgres.embedded;

import org.jspecify.annotations.NullMarked;
