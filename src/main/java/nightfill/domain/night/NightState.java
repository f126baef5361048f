package nightfill.domain.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import org.jspecify.annotations.Nullable;

/** The batches and order lines known before a night, which the rules turn into those known after it. */
public final class NightState {

    private final Map<String, Batch> batches = new HashMap<>();
    private final Map<OrderLine, NightLine> lines = new HashMap<>();
    private final Map<OrderLine, LineState> closed = new HashMap<>();
    private final Set<String> superseded = new HashSet<>();
    private boolean allSuperseded;
    private final Map<Feed, List<OrderLine>> belated = new EnumMap<>(Feed.class);
    private final Map<Purchase, List<Batch>> purchases = new EnumMap<>(Purchase.class);

    /** Knows a batch, without the lines that it still has. */
    public void know(Batch batch) {
        batches.put(batch.reference(), batch);
    }

    /**
     * Knows a line that is open, or allocated to a batch that is known.
     *
     * @param since the business date that first loaded it
     * @param batch the reference of its batch, if it has one
     */
    public void know(OpenLine line, LocalDate since, @Nullable String batch) {
        add(NightLine.known(line, since, batch == null ? null : batches.get(batch)));
    }

    /** Knows a line that no night changes any more. */
    public void knowClosed(OrderLine line, LineState how) {
        if (!how.isClosed()) {
            throw new IllegalArgumentException("not closed: %s %s".formatted(how, line));
        }
        closed.put(line, how);
    }

    /** Knows that a later date's night has fed that batch. */
    public void knowSuperseded(String reference) {
        superseded.add(reference);
    }

    /** Knows that a later date's night has listed all batches there were. */
    public void knowAllSuperseded() {
        allSuperseded = true;
    }

    /** Knows that a later date's night could not find that line to dispatch or cancel it, as the feed says. */
    public void knowBelated(Feed feed, OrderLine line) {
        belated.computeIfAbsent(feed, key -> new ArrayList<>()).add(line);
    }

    public Collection<Batch> batches() {
        return batches.values();
    }

    /** The batches to which the night's feed did that. */
    public List<Batch> batches(Purchase what) {
        return purchases.getOrDefault(what, List.of());
    }

    /** Those of the lines that were not closed before the night, by turn. */
    public List<NightLine> lines(Predicate<NightLine> which) {
        return lines.values().stream()
                .filter(which)
                .sorted(Comparator.comparingLong(NightLine::turn))
                .toList();
    }

    void add(NightLine line) {
        lines.put(line.line().line(), line);
    }

    void add(Purchase what, Batch batch) {
        batches.put(batch.reference(), batch);
        purchases.computeIfAbsent(what, key -> new ArrayList<>()).add(batch);
    }

    @Nullable
    Batch batch(String reference) {
        return batches.get(reference);
    }

    /** What is known of a line; null where nothing is. */
    @Nullable
    LineState stateOf(OrderLine line) {
        NightLine known = lines.get(line);
        return known == null ? closed.get(line) : known.state();
    }

    /** A line that is known and was not closed before the night. */
    NightLine line(OrderLine line) {
        NightLine known = lines.get(line);
        if (known == null) {
            throw new IllegalArgumentException("closed or unknown: " + line);
        }
        return known;
    }

    boolean isSuperseded(String reference) {
        return allSuperseded || superseded.contains(reference);
    }

    /** The lines that such a feed named too early and that tonight has loaded. */
    Stream<NightLine> belated(Feed feed) {
        return belated.getOrDefault(feed, List.of()).stream()
                .filter(lines::containsKey)
                .map(this::line)
                .filter(NightLine::isLoadedTonight);
    }
}
