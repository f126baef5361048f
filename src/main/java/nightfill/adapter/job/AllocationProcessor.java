package nightfill.adapter.job;

import java.util.List;
import java.util.function.Function;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Supply;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Asks the domain service about one line after the other; it holds the stock of one SKU at a time. */
final class AllocationProcessor implements ItemProcessor<OpenLine, Decision> {

    private final Function<String, List<Supply>> supplies;
    private String sku = "";
    private SkuStock stock = new SkuStock(List.of());

    AllocationProcessor(Function<String, List<Supply>> supplies) {
        this.supplies = supplies;
    }

    @Override
    public Decision process(OpenLine line) {
        return stockOf(line.line().sku()).allocate(line);
    }

    private SkuStock stockOf(String wanted) {
        if (!wanted.equals(sku)) {
            sku = wanted;
            stock = new SkuStock(supplies.apply(wanted));
        }
        return stock;
    }
}
