/** The night in SQL: loads rows, makes them count, keeps what was allocated. */
@NullMarked
package nightfill.adapter.postgres.night;

import org.jspecify.annotations.NullMarked;
