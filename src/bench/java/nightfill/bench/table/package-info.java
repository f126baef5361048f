/** Measures nights against what they are expected to take. */
@NullMarked
package nightfill.bench.table;

import org.jspecify.annotations.NullMarked;
