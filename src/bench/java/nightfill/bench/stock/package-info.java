/** Measures the domain's choice among the batches of one SKU. */
@NullMarked
package nightfill.bench.stock;

import org.jspecify.annotations.NullMarked;
