package nightfill.domain.night;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nightfill.domain.allocation.Batch;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.feed.Row.BatchRow;
import org.jspecify.annotations.Nullable;

/** Takes new batches, and the new quantities and ETAs of known ones. SQL twin: {@code BatchTaking}. */
public record Purchases(NightState state) {

    public void take(FeedRows rows, BatchFeed listing) {
        rows.judge(this::compareSku);
        byReference(rows.applied()).forEach(this::judge);
        if (listing == BatchFeed.SNAPSHOT) {
            emptyAllBut(rows.references());
        }
    }

    /** A batch that any row names was not forgotten, whatever became of the row. */
    private void emptyAllBut(Set<String> named) {
        for (Batch batch : List.copyOf(state.batches())) {
            boolean holdsMore = batch.purchasedQuantity() > batch.dispatchedQuantity();
            if (holdsMore && !named.contains(batch.reference()) && !state.isSuperseded(batch.reference())) {
                batch.change(Math.toIntExact(batch.dispatchedQuantity()), batch.eta());
                state.add(Purchase.LACKED, batch);
            }
        }
    }

    private Outcome compareSku(FeedRow row) {
        Batch known = state.batch(row.batch().reference());
        return known == null || known.sku().equals(row.batch().sku())
                ? Outcome.APPLIED
                : Outcome.rejected(RejectReason.SKU_CHANGED);
    }

    private static Collection<List<FeedRow>> byReference(List<FeedRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.batch().reference(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** All rows about one batch have the same outcome, except that the first of equal ones may be applied. */
    private void judge(List<FeedRow> rows) {
        BatchRow fed = rows.get(0).batch();
        Batch known = state.batch(fed.reference());
        if (rows.stream().anyMatch(row -> !row.batch().equals(fed))) {
            all(rows, Outcome.rejected(RejectReason.AMBIGUOUS));
        } else if (state.isSuperseded(fed.reference())) {
            all(rows, Outcome.SUPERSEDED);
        } else if (known != null && fed.quantity() < known.dispatchedQuantity()) {
            all(rows, Outcome.rejected(RejectReason.BELOW_DISPATCHED));
        } else {
            rows.get(0).comeTo(take(fed, known));
            all(rows.subList(1, rows.size()), Outcome.DUPLICATE);
        }
    }

    private static void all(List<FeedRow> rows, Outcome outcome) {
        rows.forEach(row -> row.comeTo(outcome));
    }

    private Outcome take(BatchRow fed, @Nullable Batch known) {
        if (known == null) {
            state.add(Purchase.NEW, new Batch(fed.reference(), fed.sku(), fed.quantity(), fed.eta()));
            return Outcome.APPLIED;
        }
        if (known.purchasedQuantity() == fed.quantity() && Objects.equals(known.eta(), fed.eta())) {
            state.add(Purchase.UNCHANGED, known);
            return Outcome.DUPLICATE;
        }
        known.change(fed.quantity(), fed.eta());
        state.add(Purchase.CHANGED, known);
        return Outcome.APPLIED;
    }
}
