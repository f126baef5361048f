package nightfill.model;

import java.time.LocalDate;
import java.util.ArrayList;
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

    final Map<String, Batch> batches = new TreeMap<>();

    /** The latest business date that fed each batch. */
    final Map<String, LocalDate> fed = new TreeMap<>();

    /** In the order of the runs, then of the rows. */
    final List<Unknown> unknown = new ArrayList<>();

    State copy() {
        State copy = new State();
        lines.forEach(booking -> copy.lines.add(booking.copy()));
        copy.batches.putAll(batches);
        copy.fed.putAll(fed);
        copy.unknown.addAll(unknown);
        return copy;
    }

    @Nullable
    Booking find(Line line) {
        return lines.stream().filter(b -> b.line.equals(line)).findFirst().orElse(null);
    }

    List<Booking> standing(Booking.Standing standing) {
        return lines.stream().filter(booking -> booking.is(standing)).toList();
    }

    long bound(String ref, Booking.Standing standing) {
        return standing(standing).stream()
                .filter(booking -> booking.batch.equals(ref))
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
