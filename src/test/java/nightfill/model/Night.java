package nightfill.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.model.Booking.Standing;

/** One night: takes the feeds into the state in the order of effect, and remembers what it did. */
final class Night {

    /** A line that lost its batch, or was cancelled while it had none. */
    record Loss(Booking line, String batch, String cause) {}

    final LocalDate date;
    final State before;
    final State state;
    final List<FeedRows> feedRows;
    final boolean snapshot;
    final long openBefore;
    final List<Booking> loaded = new ArrayList<>();
    final Set<Booking> dispatched = new HashSet<>();
    final List<Booking> gone = new ArrayList<>();
    final Set<Booking> cancelled = new HashSet<>();
    final Set<Booking> allocated = new HashSet<>();
    final List<Loss> lost = new ArrayList<>();
    final Map<Booking, String> reasons = new HashMap<>();
    final long openUnitsBefore;

    /** Lines loaded tonight that somebody knew before the order lines came. */
    private final Set<Booking> known = new HashSet<>();

    /** Open lines of whose dispatch the feed tells. */
    private final Set<Booking> going = new HashSet<>();

    Night(LocalDate date, State before, List<FeedRows> feedRows, boolean snapshot) {
        this.date = date;
        this.before = before;
        this.state = before.copy();
        this.feedRows = feedRows;
        this.snapshot = snapshot;
        this.openBefore = state.standing(Standing.OPEN).size();
        this.openUnitsBefore = Counts.units(state.standing(Standing.OPEN));
    }

    /** Up to the moment from which on nothing refuses the night any more. */
    void takeEffect() {
        loadLines(FeedRows.ALLOCATIONS);
        loadLines(FeedRows.URGENT);
        known.addAll(loaded);
        loadLines(FeedRows.ORDER_LINES);
        standing(FeedRows.DISPATCHES)
                .forEach(row -> row.verdict = remembered(row, FeedRows.DISPATCHES, this::dispatch));
        standing(FeedRows.CANCELLATIONS)
                .forEach(row -> row.verdict = remembered(row, FeedRows.CANCELLATIONS, this::cancel));
        belated(FeedRows.CANCELLATIONS).forEach(this::cancel);
        new StockFeed(this).take(standing(FeedRows.BATCHES));
        Allocating allocating = new Allocating(this);
        standing(FeedRows.ALLOCATIONS).forEach(row -> row.verdict = allocating.keepPromise(row));
        standing(FeedRows.URGENT).forEach(row -> row.verdict = allocating.keepPromise(row));
    }

    void allocate() {
        Allocating allocating = new Allocating(this);
        state.standing(Standing.OPEN).forEach(allocating::takeTurn);
        standing(FeedRows.DISPATCHES)
                .forEach(row -> row.verdict = goesNow(Line.of(row)) ? row.verdict : Verdict.NOT_ALLOCATED);
        belated(FeedRows.DISPATCHES).forEach(this::goesNow);
    }

    /** Lets the goods go of which a dispatch told; false where there are none to go. */
    private boolean goesNow(Line line) {
        Booking booking = requireNonNull(state.find(line));
        if (booking.is(Standing.ALLOCATED)) {
            booking.standing = Standing.DISPATCHED;
            dispatched.add(booking);
        } else if (booking.is(Standing.OPEN)) {
            booking.standing = Standing.GONE;
            reasons.remove(booking);
            gone.add(booking);
        }
        return !booking.is(Standing.GONE);
    }

    /** Whether ten or more, and more than a quarter, of the new lines differ from an earlier one in their number alone. */
    boolean numbersAnew() {
        Set<Booking> tonights = new LinkedHashSet<>(loaded);
        tonights.removeAll(known);
        Set<List<Object>> before = state.lines.stream()
                .filter(old -> !tonights.contains(old) && !old.is(Standing.CANCELLED))
                .map(old -> withoutNumber(old.line))
                .collect(Collectors.toSet());
        long alike = tonights.stream()
                .filter(fresh -> before.contains(withoutNumber(fresh.line)))
                .count();
        return alike >= 10 && alike * 4 > tonights.size();
    }

    private static List<Object> withoutNumber(Line line) {
        return List.of(line.order(), line.sku(), line.qty());
    }

    private List<Row> standing(String file) {
        return rows(file).filter(Row::stands).toList();
    }

    Stream<Row> rows(String file) {
        return feedRows.stream().filter(feed -> feed.file.equals(file)).flatMap(feed -> feed.rows.stream());
    }

    private void loadLines(String file) {
        Set<Line> seen = new HashSet<>();
        for (Row row : standing(file)) {
            Line line = Line.of(row);
            row.verdict = seen.add(line) ? load(line) : Verdict.REPEATED;
        }
    }

    private Verdict load(Line line) {
        Booking known = state.find(line);
        if (known != null) {
            return known.is(Standing.CANCELLED) ? Verdict.CANCELLED_BEFORE : Verdict.DUPLICATE;
        }
        Booking booking = new Booking(line, date);
        state.add(booking);
        loaded.add(booking);
        return Verdict.APPLIED;
    }

    private Verdict dispatch(Line line) {
        Booking booking = state.find(line);
        if (booking == null) {
            return Verdict.UNKNOWN_LINE;
        } else if (booking.is(Standing.DISPATCHED) || booking.is(Standing.GONE)) {
            return Verdict.DUPLICATE;
        } else if (booking.is(Standing.CANCELLED)) {
            return Verdict.NOT_ALLOCATED;
        } else if (booking.is(Standing.OPEN)) {
            return going.add(booking) ? Verdict.APPLIED : Verdict.DUPLICATE;
        }
        booking.standing = Standing.DISPATCHED;
        dispatched.add(booking);
        return Verdict.APPLIED;
    }

    private Verdict cancel(Line line) {
        Booking booking = state.find(line);
        if (booking == null) {
            return Verdict.UNKNOWN_LINE;
        } else if (booking.is(Standing.CANCELLED)) {
            return Verdict.DUPLICATE;
        } else if (booking.is(Standing.DISPATCHED) || booking.is(Standing.GONE) || going.contains(booking)) {
            return Verdict.DISPATCHED;
        }
        lost.add(new Loss(booking, booking.batch, "CANCELLED"));
        booking.loseBatch(Standing.CANCELLED);
        cancelled.add(booking);
        return Verdict.APPLIED;
    }

    /** What later dates said, in nights already run, about lines that only this night brings. */
    private List<Line> belated(String file) {
        return state.unknown.stream()
                .filter(unknown -> unknown.file().equals(file) && unknown.date().isAfter(date))
                .map(State.Unknown::line)
                .filter(line -> loaded.stream().anyMatch(booking -> booking.line.equals(line)))
                .toList();
    }

    private Verdict remembered(Row row, String file, Function<Line, Verdict> judge) {
        Verdict verdict = judge.apply(Line.of(row));
        if (verdict == Verdict.UNKNOWN_LINE) {
            state.unknown.add(new State.Unknown(date, file, Line.of(row)));
        }
        return verdict;
    }
}
