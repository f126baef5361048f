package nightfill.application.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Decision.OutOfStock;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Supply;
import nightfill.domain.feed.RejectReason;
import org.jspecify.annotations.Nullable;

/** Keeps promises made before Nightfill, then gives every open line its turn. */
record Allocating(Books books) {

    void keepPromises(Sheet openings) {
        for (Entry entry : openings.standing()) {
            BookedLine line = Objects.requireNonNull(books.line(entry.line()), "loaded before");
            if (!line.cancelled) {
                keepPromise(entry, line, books.batch(entry.batchReference()));
            }
        }
    }

    private static void keepPromise(Entry entry, BookedLine line, @Nullable BookedBatch batch) {
        if (batch == null) {
            entry.reject(RejectReason.UNKNOWN_BATCH);
        } else if (batch.sku.equals(line.line.line().sku())
                && new SkuStock(List.of(batch.supply())).allocate(line.line) instanceof Allocated) {
            line.allocate(batch);
        } else {
            entry.reject(RejectReason.DOES_NOT_FIT);
        }
    }

    void giveTurns() {
        Map<String, List<Supply>> supplies = new HashMap<>();
        for (BookedBatch batch : books.batches()) {
            supplies.computeIfAbsent(batch.sku, sku -> new ArrayList<>()).add(batch.supply());
        }
        Map<String, SkuStock> stocks = new HashMap<>();
        for (BookedLine line : books.lines(BookedLine::isOpen)) {
            SkuStock stock = stocks.computeIfAbsent(
                    line.line.line().sku(), sku -> new SkuStock(supplies.getOrDefault(sku, List.of())));
            take(line, stock.allocate(line.line));
        }
    }

    private void take(BookedLine line, Decision decision) {
        if (decision instanceof Allocated allocated) {
            line.allocate(Objects.requireNonNull(
                    books.batch(allocated.supply().reference()), () -> "supplied by " + allocated.supply()));
        } else if (decision instanceof OutOfStock outOfStock) {
            line.reason = outOfStock.reason();
        }
    }
}
