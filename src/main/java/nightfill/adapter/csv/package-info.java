/** CSV files: feeds in, reports out. */
@NullMarked
package nightfill.adapter.csv;

import org.jspecify.annotations.NullMarked;
