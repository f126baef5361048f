package nightfill.domain.night;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Decision.OutOfStock;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Supply;

/** Gives every open line its turn. SQL twin: {@code PostgresTurns}. */
public record Turns(NightState state) {

    public void give() {
        List<Batch> batches = List.copyOf(state.batches());
        Map<String, SkuStock> stocks = stocks(batches);
        for (NightLine line : state.lines(line -> line.is(LineState.OPEN))) {
            SkuStock stock = stocks.getOrDefault(line.line().line().sku(), SkuStock.NONE);
            take(line, stock.allocate(line.line().demand()), batches);
        }
    }

    private static Map<String, SkuStock> stocks(List<Batch> batches) {
        Map<String, List<Supply>> supplies = IntStream.range(0, batches.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        id -> batches.get(id).sku(),
                        Collectors.mapping(id -> batches.get(id).supply(id), Collectors.toList())));
        Map<String, SkuStock> stocks = new HashMap<>();
        supplies.forEach((sku, ofSku) -> stocks.put(sku, SkuStock.of(ofSku)));
        return stocks;
    }

    private static void take(NightLine line, Decision decision, List<Batch> batches) {
        if (decision instanceof Allocated allocated) {
            allocate(line, batches.get(allocated.batchId()));
        } else if (decision instanceof OutOfStock outOfStock) {
            line.leaveOpen(outOfStock.reason());
        }
    }

    private static void allocate(NightLine line, Batch batch) {
        if (!line.allocate(batch)) {
            throw new IllegalStateException("%s cannot hold %s".formatted(batch, line.line()));
        }
    }
}
