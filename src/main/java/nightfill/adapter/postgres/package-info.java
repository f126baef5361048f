/** PostgreSQL: the repositories in plain SQL, the migrations, and the server. */
@NullMarked
package nightfill.adapter.postgres;

import org.jspecify.annotations.NullMarked;
