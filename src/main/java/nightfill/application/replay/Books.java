package nightfill.application.replay;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nightfill.application.replay.PastNights.KnownBatch;
import nightfill.application.replay.PastNights.KnownLine;
import nightfill.application.replay.PastNights.SettledLine;
import nightfill.domain.allocation.OrderLine;
import org.jspecify.annotations.Nullable;

/** The state before the replayed night, which becomes the one behind it. */
final class Books {

    private final Map<String, BookedBatch> batches = new HashMap<>();
    private final Map<OrderLine, BookedLine> lines = new HashMap<>();
    private final Map<OrderLine, SettledLine> settled = new HashMap<>();
    private final Set<String> retold = new HashSet<>();

    void know(KnownBatch known) {
        batches.put(
                known.reference(),
                new BookedBatch(known.reference(), known.sku(), known.purchased(), known.eta(), known.dispatched()));
    }

    /** Batches have to be known before. */
    void know(KnownLine known) {
        lines.put(known.line().line(), BookedLine.known(known, known.batch() == null ? null : batch(known.batch())));
    }

    void know(SettledLine known) {
        settled.put(known.line(), known);
    }

    void knowRetold(String reference) {
        retold.add(reference);
    }

    void add(BookedBatch batch) {
        batches.put(batch.reference, batch);
    }

    void add(BookedLine line) {
        lines.put(line.line.line(), line);
    }

    @Nullable
    BookedBatch batch(String reference) {
        return batches.get(reference);
    }

    /** A line that is in play. */
    @Nullable
    BookedLine line(OrderLine line) {
        return lines.get(line);
    }

    /** A line that was cancelled or had left before the night. */
    @Nullable
    SettledLine settled(OrderLine line) {
        return settled.get(line);
    }

    boolean isRetold(String reference) {
        return retold.contains(reference);
    }

    Collection<BookedBatch> batches() {
        return batches.values();
    }

    /** Those lines of the ones in play, by turn. */
    List<BookedLine> lines(Predicate<BookedLine> which) {
        return lines.values().stream()
                .filter(which)
                .sorted(Comparator.comparingLong(BookedLine::turn))
                .toList();
    }
}
