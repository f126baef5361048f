/** Rows of feeds on their way into the database; none of them counts yet. */
@NullMarked
package nightfill.adapter.postgres.load;

import org.jspecify.annotations.NullMarked;
