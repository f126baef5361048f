package nightfill.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that the nights so far have left behind. */
final class State {

    /** A dispatch or cancellation that a run of that date rejected, since nobody knew the line. */
    record Unknown(LocalDate date, String file, Line line) {}

    /** In rule 4's order: each night appends. */
    final List<Booking> lines = new ArrayList<>();

    /** The same lines, to be found without going through all of them. */
    private final Map<Line, Booking> byLine = new HashMap<>();

    private final Map<String, List<Booking>> bySku = new HashMap<>();

    final Map<String, Batch> batches = new TreeMap<>();

    /** The latest business date that fed each batch. */
    final Map<String, LocalDate> fed = new TreeMap<>();

    /** The latest business date that told of all batches. */
    LocalDate listed = LocalDate.MIN;

    /** In the order of the runs, then of the rows. */
    final List<Unknown> unknown = new ArrayList<>();

    State copy() {
        State copy = new State();
        lines.forEach(booking -> copy.add(booking.copy()));
        copy.batches.putAll(batches);
        copy.fed.putAll(fed);
        copy.listed = listed;
        copy.unknown.addAll(unknown);
        return copy;
    }

    void add(Booking booking) {
        lines.add(booking);
        byLine.put(booking.line, booking);
        bySku.computeIfAbsent(booking.line.sku(), sku -> new ArrayList<>()).add(booking);
    }

    @Nullable
    Booking find(Line line) {
        return byLine.get(line);
    }

    List<Booking> standing(Booking.Standing standing) {
        return lines.stream().filter(booking -> booking.is(standing)).toList();
    }

    long bound(String ref, Booking.Standing standing) {
        Batch batch = batches.get(ref);
        return (batch == null ? List.<Booking>of() : bySku.getOrDefault(batch.sku(), List.of()))
                .stream()
                        .filter(booking -> booking.is(standing) && booking.batch.equals(ref))
                        .mapToLong(booking -> booking.line.qty())
                        .sum();
    }

    long available(Batch batch) {
        return batch.qty()
                - bound(batch.ref(), Booking.Standing.ALLOCATED)
                - bound(batch.ref(), Booking.Standing.DISPATCHED);
    }

    List<Batch> batchesOf(String sku) {
        return batches.values().stream()
                .filter(batch -> batch.sku().equals(sku))
                .sorted(Batch.BY_TURN)
                .toList();
    }
}
