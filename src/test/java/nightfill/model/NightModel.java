package nightfill.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Works nights out of feeds given as text by file name, and keeps what stands; knows nothing of clocks, kills and files. */
public final class NightModel {

    private record Finished(int number, Map<String, String> feeds, boolean batchesYielded) {

        boolean has(String file, Map<String, String> others) {
            return feeds.getOrDefault(file, "").equals(others.get(file));
        }
    }

    /** What stood once a night had finished; {@code before} is what stood before that night. */
    private record Books(
            State state,
            Map<LocalDate, Finished> finished,
            @Nullable LocalDate last,
            @Nullable Books before) {}

    /** A line that was allocated between two nights. */
    private record Promise(Line line, String batch) {}

    private final List<Promise> promises = new ArrayList<>();
    private Books books = new Books(new State(), Map.of(), null, null);
    private @Nullable Books undo;

    /** A night as ordered without correction, taken up to its end. */
    public Run run(LocalDate date, Map<String, String> feeds) {
        return run(date, feeds, false);
    }

    Run run(LocalDate date, Map<String, String> feeds, boolean snapshot) {
        Finished standing = books.finished.get(date);
        if (standing == null) {
            return night(date, 1, feeds, snapshot, books);
        }
        return without(standing.feeds.equals(feeds) ? Run.Outcome.UNCHANGED : Run.Outcome.CHANGED, date);
    }

    /** Allocates a line between two nights: the reference of its batch, or nothing where it gets none. */
    String allocateAtOnce(Line line) {
        Booking known = books.state.find(line);
        return known != null
                ? known.batch
                : promises.stream()
                        .filter(promise -> promise.line.equals(line))
                        .findFirst()
                        .map(Promise::batch)
                        .orElseGet(() -> promise(line));
    }

    private String promise(Line line) {
        Optional<Batch> batch = books.state.batchesOf(line.sku()).stream()
                .filter(each -> books.state.available(each) - waitingFor(each) >= line.qty())
                .findFirst();
        batch.ifPresent(each -> promises.add(new Promise(line, each.ref())));
        return batch.map(Batch::ref).orElse("");
    }

    private long waitingFor(Batch batch) {
        return waiting(books.state)
                .filter(promise -> promise.batch.equals(batch.ref()))
                .mapToLong(promise -> promise.line.qty())
                .sum();
    }

    private Stream<Promise> waiting(State state) {
        return promises.stream().filter(promise -> state.find(promise.line) == null);
    }

    private List<FeedRows> urgent(State before) {
        List<Promise> waiting = waiting(before).toList();
        String rows = waiting.stream()
                .map(promise -> Stream.of(
                                promise.line.order(),
                                promise.line.number(),
                                promise.line.sku(),
                                Integer.toString(promise.line.qty()),
                                promise.batch)
                        .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        return waiting.isEmpty()
                ? List.of()
                : List.of(new FeedRows(FeedRows.URGENT, "orderid,line,sku,qty,batchref\n" + rows + "\n"));
    }

    /** A correction of the last finished night; that of any other date is refused. */
    Run correct(LocalDate date, Map<String, String> feeds, boolean snapshot) {
        Finished standing = books.finished.get(date);
        if (standing == null || !date.equals(books.last)) {
            return without(Run.Outcome.REFUSED, date);
        } else if (standing.feeds.equals(feeds)) {
            return without(Run.Outcome.UNCHANGED, date);
        }
        return night(date, standing.number + 1, feeds, snapshot, requireNonNull(books.before));
    }

    /** As if the last call had been abandoned before its end; after a correction the run before it stands again. */
    public void abandonLast() {
        books = requireNonNull(undo, "the last call left nothing to abandon");
        undo = null;
    }

    /** The date that a correction may be for. */
    public Optional<LocalDate> lastFinished() {
        return Optional.ofNullable(books.last);
    }

    Map<String, String> lastFeeds() {
        return requireNonNull(books.finished.get(books.last)).feeds;
    }

    State state() {
        return books.state;
    }

    private Run night(LocalDate date, int number, Map<String, String> feeds, boolean snapshot, Books before) {
        List<FeedRows> feedRows = Stream.of(feedRows(feeds), urgent(before.state))
                .flatMap(List::stream)
                .toList();
        Night night = new Night(date, before.state, feedRows, snapshot);
        if (!acceptable(feedRows, before.state) || isOfLongAgo(date, feedRows, feeds, before)) {
            return without(Run.Outcome.REFUSED, date);
        }
        night.takeEffect();
        if (feedRows.stream().anyMatch(FeedRows::hasTooManyRejects) || night.numbersAnew()) {
            return without(Run.Outcome.REFUSED, date);
        }
        night.allocate();
        undo = books;
        Map<LocalDate, Finished> finished = new HashMap<>(before.finished);
        boolean yielded = feedRows.stream().anyMatch(feed -> feed.count(Verdict.SUPERSEDED) > 0);
        finished.put(date, new Finished(number, feeds, yielded));
        books = new Books(night.state, finished, date, before);
        return new Run(Run.Outcome.FINISHED, date, number, Reports.of(night), Counts.of(night));
    }

    private static boolean acceptable(List<FeedRows> feedRows, State before) {
        return feedRows.stream().allMatch(FeedRows::hasGoodHeader)
                && (before.lines.isEmpty()
                        || feedRows.stream().noneMatch(feed -> feed.file.equals(FeedRows.ALLOCATIONS)));
    }

    /** Whether batches or order lines, if there are any, are those of another date, and not those of the last night. */
    private static boolean isOfLongAgo(
            LocalDate date, List<FeedRows> feedRows, Map<String, String> feeds, Books before) {
        return feedRows.stream()
                .filter(feed -> feed.file.equals(FeedRows.BATCHES) || feed.file.equals(FeedRows.ORDER_LINES))
                .filter(feed -> !feed.rows.isEmpty())
                .anyMatch(feed -> before.finished.entrySet().stream()
                                .filter(night -> !night.getKey().equals(date))
                                .anyMatch(night -> night.getValue().has(feed.file, feeds))
                        && !isOfTheLastNight(feed.file, feeds, before));
    }

    /** Batches that yielded to those of a later date would come into their own now. */
    private static boolean isOfTheLastNight(String file, Map<String, String> feeds, Books before) {
        Finished last = before.finished.get(before.last);
        return last != null && last.has(file, feeds) && !(last.batchesYielded && file.equals(FeedRows.BATCHES));
    }

    private static List<FeedRows> feedRows(Map<String, String> feeds) {
        return FeedRows.FILES.stream()
                .filter(feeds::containsKey)
                .map(file -> new FeedRows(file, feeds.getOrDefault(file, "")))
                .toList();
    }

    Run without(Run.Outcome outcome, LocalDate date) {
        undo = null;
        return new Run(outcome, date, 0, Map.of(), Collections.unmodifiableSortedMap(new TreeMap<>()));
    }
}
