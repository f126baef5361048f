package nightfill.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The numbers of a night's summary, by their path in it, as in {@code lines.unallocated.SHORT}. */
final class Counts {

    private final Night night;
    private final SortedMap<String, Long> counts = new TreeMap<>();

    private Counts(Night night) {
        this.night = night;
    }

    static SortedMap<String, Long> of(Night night) {
        Counts counts = new Counts(night);
        night.feedRows.forEach(counts::feed);
        counts.lines("lines.", night.openBefore, List::size);
        counts.lines("units.", night.openUnitsBefore, Counts::units);
        counts.stock();
        return counts.counts;
    }

    static long units(Collection<Booking> bookings) {
        return bookings.stream().mapToLong(booking -> booking.line.qty()).sum();
    }

    private void feed(FeedRows feed) {
        String prefix = "feeds." + feed.file.replace(".csv", ".");
        counts.put(prefix + "rows", (long) feed.rows.size());
        counts.put(prefix + "applied", feed.count(Verdict.APPLIED));
        counts.put(prefix + "duplicate", feed.count(Verdict.DUPLICATE));
        counts.put(prefix + "superseded", feed.count(Verdict.SUPERSEDED));
        counts.put(prefix + "rejected", feed.rejected());
    }

    private void lines(String prefix, long openBefore, ToLongFunction<List<Booking>> size) {
        counts.put(prefix + "openBefore", openBefore);
        counts.put(prefix + "loaded", size.applyAsLong(night.loaded));
        counts.put(prefix + "cancelled", size.applyAsLong(List.copyOf(night.cancelled)));
        counts.put(prefix + "dispatched", size.applyAsLong(List.copyOf(night.dispatched)));
        counts.put(prefix + "released", size.applyAsLong(thoseThatLostABatch()));
        counts.put(prefix + "allocated", size.applyAsLong(List.copyOf(night.allocated)));
        counts.put(prefix + "leftWithoutBatch", size.applyAsLong(night.gone));
        for (String reason : List.of("UNKNOWN_SKU", "SHORT", "NO_SINGLE_BATCH")) {
            counts.put(prefix + "unallocated." + reason, size.applyAsLong(openBecause(reason)));
        }
    }

    private List<Booking> thoseThatLostABatch() {
        return night.lost.stream()
                .filter(loss -> !loss.batch().isEmpty())
                .map(Night.Loss::line)
                .toList();
    }

    private List<Booking> openBecause(String reason) {
        return night.reasons.entrySet().stream()
                .filter(entry -> entry.getValue().equals(reason))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void stock() {
        List.of("warehouse", "atSea", "overdue").forEach(where -> counts.put("stock." + where, 0L));
        for (Batch batch : night.state.batches.values()) {
            long here = batch.qty() - night.state.bound(batch.ref(), Booking.Standing.DISPATCHED);
            counts.merge(batch.atSea() ? "stock.atSea" : "stock.warehouse", here, Long::sum);
            if (batch.atSea() && batch.eta().compareTo(night.date.toString()) < 0) {
                counts.merge("stock.overdue", here, Long::sum);
            }
        }
    }
}
