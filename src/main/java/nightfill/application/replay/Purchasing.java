package nightfill.application.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nightfill.application.replay.Entry.Effect;
import nightfill.domain.allocation.Reduction;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.feed.Row.BatchRow;

/** Takes new and changed batches, and lets go of the lines that reduced ones cannot hold. */
final class Purchasing {

    private final Books books;
    private final List<BookedBatch> added = new ArrayList<>();
    private final List<BookedBatch> told = new ArrayList<>();
    private final List<BookedBatch> unchanged = new ArrayList<>();

    Purchasing(Books books) {
        this.books = books;
    }

    List<BookedBatch> added() {
        return added;
    }

    /** Those that have a new quantity or ETA, the new ones among them. */
    List<BookedBatch> told() {
        return told;
    }

    List<BookedBatch> unchanged() {
        return unchanged;
    }

    void take(Sheet sheet) {
        Map<String, List<Entry>> byReference = new LinkedHashMap<>();
        for (Entry entry : sheet.standing()) {
            BookedBatch known = books.batch(entry.batch().reference());
            if (known != null && !known.sku.equals(entry.batch().sku())) {
                entry.reject(RejectReason.SKU_CHANGED);
            } else {
                byReference
                        .computeIfAbsent(entry.batch().reference(), reference -> new ArrayList<>())
                        .add(entry);
            }
        }
        byReference.values().forEach(this::judge);
    }

    /** All rows about the same batch. */
    private void judge(List<Entry> entries) {
        BatchRow row = entries.get(0).batch();
        BookedBatch known = books.batch(row.reference());
        if (entries.stream().anyMatch(entry -> !entry.batch().equals(row))) {
            entries.forEach(entry -> entry.reject(RejectReason.AMBIGUOUS));
        } else if (known != null && books.isRetold(known.reference)) {
            entries.forEach(entry -> entry.passOver(Effect.SUPERSEDED));
        } else if (known != null && row.quantity() < known.dispatched) {
            entries.forEach(entry -> entry.reject(RejectReason.BELOW_DISPATCHED));
        } else {
            entries.stream().skip(1).forEach(entry -> entry.passOver(Effect.DUPLICATE));
            apply(entries.get(0), row);
        }
    }

    private void apply(Entry entry, BatchRow row) {
        BookedBatch known = books.batch(row.reference());
        if (known == null) {
            BookedBatch batch = new BookedBatch(row.reference(), row.sku(), row.quantity(), row.eta(), 0);
            books.add(batch);
            added.add(batch);
            told.add(batch);
        } else if (known.purchased == row.quantity() && Objects.equals(known.eta, row.eta())) {
            entry.passOver(Effect.DUPLICATE);
            unchanged.add(known);
        } else {
            known.purchased = row.quantity();
            known.eta = row.eta();
            told.add(known);
        }
    }

    void release() {
        told.forEach(Purchasing::release);
    }

    private static void release(BookedBatch batch) {
        Reduction reduction = new Reduction(batch.purchased, batch.bound());
        for (BookedLine line : List.copyOf(batch.promises.descendingMap().values())) {
            if (reduction.releases(line.line.line())) {
                line.loseBatch();
            }
        }
    }
}
