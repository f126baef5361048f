/** Sessions with a PostgreSQL server, and the schema that Nightfill keeps there. */
@NullMarked
package nightfill.adapter.postgres.server;

import org.jspecify.annotations.NullMarked;
