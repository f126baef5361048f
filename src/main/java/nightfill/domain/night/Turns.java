package nightfill.domain.night;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Decision.OutOfStock;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Supply;

/** Gives every open line its turn. SQL twin: {@code PostgresTurns}. */
public record Turns(NightState state) {

    public void give() {
        Map<String, List<Supply>> supplies = supplies();
        Map<String, SkuStock> stocks = new HashMap<>();
        for (NightLine line : state.lines(line -> line.is(LineState.OPEN))) {
            SkuStock stock = stocks.computeIfAbsent(
                    line.line().line().sku(), sku -> new SkuStock(supplies.getOrDefault(sku, List.of())));
            take(line, stock.allocate(line.line()));
        }
    }

    private Map<String, List<Supply>> supplies() {
        return state.batches().stream()
                .collect(Collectors.groupingBy(
                        Batch::sku, Collectors.mapping(batch -> batch.supply(0), Collectors.toList())));
    }

    private void take(NightLine line, Decision decision) {
        if (decision instanceof Allocated allocated) {
            allocate(line, allocated.supply());
        } else if (decision instanceof OutOfStock outOfStock) {
            line.leaveOpen(outOfStock.reason());
        }
    }

    private void allocate(NightLine line, Supply supply) {
        Batch batch = state.batch(supply.reference());
        if (batch == null || !line.allocate(batch)) {
            throw new IllegalStateException("%s cannot hold %s".formatted(supply, line.line()));
        }
    }
}
