package nightfill.application.report;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import nightfill.application.figures.NightTotals;
import nightfill.application.figures.NightTotals.Cancelled;
import nightfill.application.figures.NightTotals.Faults;
import nightfill.application.figures.NightTotals.FeedUnits;
import nightfill.application.figures.NightTotals.Lines;
import nightfill.application.figures.NightTotals.Outcome;
import nightfill.application.figures.NightTotals.Promises;
import nightfill.application.figures.NightTotals.PromisesBefore;
import nightfill.application.figures.NightTotals.Released;
import nightfill.application.figures.NightTotals.Stock;
import nightfill.application.figures.Summary;
import nightfill.application.figures.Tally;
import nightfill.application.night.InMemoryRules;
import nightfill.application.report.InMemoryReportSource.ChangedPromise;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Books;
import nightfill.application.run.InMemoryDatabase.Fed;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** Counts a run's figures in a database in memory. */
record InMemoryTotals(InMemoryDatabase database, Run run, List<ChangedPromise> changed) {

    NightTotals totals(Lines lines) {
        return new NightTotals(lines, unallocated(), promises(), stock(), feeds(), faults());
    }

    Lines lines() {
        return new Lines(
                before(Line::isOpen),
                now(line -> line.loadedRun() == run.id()),
                new Cancelled(now(this::isCancelled), now(line -> isCancelled(line) && !isReleased(line))),
                now(line -> isDispatched(line) && !line.hasLeftWithoutBatch()),
                new Released(released("BATCH_REDUCED").plus(released("CANCELLED")), released("BATCH_REDUCED")),
                new Outcome(
                        now(line -> Objects.equals(line.allocatedRun(), run.id())),
                        now(line -> line.hasLeftWithoutBatch() && isDispatched(line)),
                        now(Line::isOpen)));
    }

    private boolean isCancelled(Line line) {
        return Objects.equals(line.cancelledRun(), run.id());
    }

    private boolean isDispatched(Line line) {
        return Objects.equals(line.dispatchedRun(), run.id());
    }

    private boolean isReleased(Line line) {
        return database.releases.has(row -> row.run() == run.id() && row.line().turn() == line.turn());
    }

    private Tally released(String cause) {
        return database.releases
                .where(row -> row.run() == run.id() && row.cause().equals(cause))
                .map(row -> new Tally(1, row.line().line().quantity()))
                .reduce(Tally.NONE, Tally::plus);
    }

    private Map<ShortageReason, Tally> unallocated() {
        Map<ShortageReason, Tally> byReason = new EnumMap<>(ShortageReason.class);
        database.shortages
                .where(row -> row.run() == run.id())
                .forEach(row -> byReason.merge(row.reason(), now(line -> line.turn() == row.turn()), Tally::plus));
        return byReason;
    }

    private Promises promises() {
        return new Promises(
                before(Line::isAllocated),
                now(Line::isAllocated),
                before(line -> line.dispatchedRun() != null),
                now(line -> line.dispatchedRun() != null),
                promisesBefore());
    }

    private PromisesBefore promisesBefore() {
        Tally other = tally(changed.stream().map(ChangedPromise::before).toList());
        Tally dispatched =
                now(line -> isDispatched(line) && line.allocatedRun() != null && line.allocatedRun() < run.id());
        Tally cancelled = released("CANCELLED");
        Tally kept = tally(books().lines().stream()
                .filter(Line::isAllocated)
                .filter(this::isAllocatedStill)
                .filter(line ->
                        changed.stream().noneMatch(promise -> promise.before().equals(line)))
                .toList());
        return new PromisesBefore(kept, other, cancelled, dispatched);
    }

    private boolean isAllocatedStill(Line before) {
        return database.lines.has(line -> line.turn() == before.turn() && line.isAllocated());
    }

    private Stock stock() {
        List<StoredBatch> now = database.batches.rows().toList();
        List<String> known =
                books().batches().stream().map(StoredBatch::reference).toList();
        List<StoredBatch> added =
                now.stream().filter(batch -> !known.contains(batch.reference())).toList();
        return new Stock(
                units(books().batches()),
                units(added),
                units(now).units()
                        - units(added).units()
                        - units(books().batches()).units(),
                units(now),
                new Summary.Stock(
                        left(batch -> batch.eta() == null),
                        left(batch -> batch.eta() != null),
                        left(batch -> isOverdue(batch.eta()))));
    }

    private boolean isOverdue(@Nullable LocalDate eta) {
        return eta != null && eta.isBefore(run.date());
    }

    private static Tally units(List<StoredBatch> batches) {
        return new Tally(
                batches.size(),
                batches.stream().mapToLong(StoredBatch::quantity).sum());
    }

    private long left(Predicate<StoredBatch> which) {
        return database.batches
                .where(which)
                .mapToLong(batch -> batch.quantity()
                        - database.units(line -> line.dispatchedRun() != null
                                && batch.reference().equals(line.batch())))
                .sum();
    }

    private Map<Feed, FeedUnits> feeds() {
        Map<Feed, FeedUnits> units = new EnumMap<>(Feed.class);
        for (Feed feed : Feed.values()) {
            long inEffect = inEffect(feed);
            units.put(feed, new FeedUnits(inEffect, inEffect));
        }
        return units;
    }

    private long inEffect(Feed feed) {
        InMemoryRules rules = new InMemoryRules(database, run);
        long openings = rules.turnsBefore(Feed.URGENT);
        long before = rules.turnsBefore(Feed.ORDER_LINES);
        return switch (feed) {
            case BATCHES ->
                database.fed
                        .where(row -> row.run() == run.id() && row.changed())
                        .mapToLong(this::quantity)
                        .sum();
            case ORDER_LINES -> database.units(line -> line.loadedRun() == run.id() && line.turn() > before);
            case DISPATCHES ->
                database.units(
                        line -> isDispatched(line) && line.allocatedRun() != null && line.allocatedRun() < run.id());
            case CANCELLATIONS -> database.units(line -> isCancelled(line) && isNamed(feed, line));
            case ALLOCATIONS ->
                database.units(line -> line.loadedRun() == run.id() && line.turn() <= openings && !line.isOpen());
            case URGENT ->
                database.units(line -> line.loadedRun() == run.id()
                        && line.turn() > openings
                        && line.turn() <= before
                        && !line.isOpen());
        };
    }

    private boolean isNamed(Feed feed, Line line) {
        return database.staged.has(row -> row.feed() == feed
                && row.row().row() instanceof LineRow named
                && named.line().equals(line.line().line()));
    }

    private long quantity(Fed fed) {
        return database.batches
                .where(batch -> batch.reference().equals(fed.reference()))
                .mapToLong(StoredBatch::quantity)
                .sum();
    }

    private Faults faults() {
        long belowZero = database.batches
                .where(batch -> database.units(line -> batch.reference().equals(line.batch())) > batch.quantity())
                .count();
        return new Faults(belowZero, 0);
    }

    private Books books() {
        return database.before(run.id());
    }

    private Tally before(Predicate<Line> which) {
        return tally(books().lines().stream().filter(which).toList());
    }

    private Tally now(Predicate<Line> which) {
        return tally(database.lines.where(which).toList());
    }

    private static Tally tally(List<Line> lines) {
        return new Tally(lines.size(), lines.stream().mapToLong(Line::quantity).sum());
    }
}
