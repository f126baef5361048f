package nightfill.adapter.job;

import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.SkuStock;

/** A line whose turn it is, and what those before it have left of its SKU's stock. */
record Turn(OpenLine line, SkuStock stock) {

    /** Asks the domain service. */
    Decision decide() {
        return stock.allocate(line);
    }
}
