package nightfill.application.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Fed;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.application.run.InMemoryDatabase.Release;
import nightfill.application.run.InMemoryDatabase.Staged;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.application.run.InMemoryRuns;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.Supply;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.feed.Row.RejectedRow;
import nightfill.domain.night.Arrivals;
import nightfill.domain.night.Departures;
import nightfill.domain.night.FeedRows;
import nightfill.domain.night.LineState;
import nightfill.domain.night.NightLine;
import nightfill.domain.night.NightState;
import nightfill.domain.night.Purchase;
import nightfill.domain.night.Purchases;
import nightfill.domain.night.Resemblance;
import nightfill.domain.night.WaitingDispatches;
import nightfill.domain.run.Run;
import nightfill.domain.shrinkage.Shrinkage;
import nightfill.domain.words.Eta;
import nightfill.domain.words.Rules;
import org.jspecify.annotations.Nullable;

/** The effects of a run in a database in memory, each worked out by the rules of the domain. */
public final class InMemoryLedger implements Ledger {

    private final InMemoryDatabase database;
    private final InMemoryRuns runs;

    public InMemoryLedger(InMemoryDatabase database) {
        this.database = database;
        this.runs = new InMemoryRuns(database);
    }

    @Override
    public void rejectUnreadable(Run run) {
        database.staged.where(row -> row.run() == run.id()).toList().forEach(row -> {
            if (row.row().row() instanceof RejectedRow rejected) {
                new InMemoryRules(database, run).reject(row.feed(), row.row(), rejected.reason(), rejected.detail());
            }
        });
    }

    @Override
    public void loadLines(Run run) {
        InMemoryRules rules = new InMemoryRules(database, run);
        NightState state = rules.state();
        List<FeedRows> feeds = Feed.WITH_NEW_LINES.stream().map(rules::rows).toList();
        Arrivals arrivals = new Arrivals(state, run.date());
        for (FeedRows rows : feeds) {
            arrivals.load(rows, rules.turnsBefore(rows.feed()));
        }
        for (NightLine line : state.lines(NightLine::isLoadedTonight)) {
            warnOfOtherData(run, line.line().line());
            database.lines.insert(Line.loaded(line.line(), run.id()));
        }
        feeds.forEach(rules::note);
    }

    private void warnOfOtherData(Run run, OrderLine line) {
        database.lines
                .where(known -> known.line().line().orderId().equals(line.orderId())
                        && known.line().line().lineNumber().equals(line.lineNumber())
                        && !line.lineNumber().isEmpty())
                .max(Comparator.comparing(Line::turn))
                .map(known -> known.line().line())
                .ifPresent(known -> runs.warn(
                        run,
                        "order %s line %s is known with other data: %d of %s, now also %d of %s"
                                .formatted(
                                        line.orderId(),
                                        line.lineNumber(),
                                        known.quantity(),
                                        known.sku(),
                                        line.quantity(),
                                        line.sku())));
    }

    @Override
    public void dispatchLines(Run run) {
        InMemoryRules rules = new InMemoryRules(database, run);
        NightState state = rules.state();
        FeedRows rows = rules.rows(Feed.DISPATCHES);
        new Departures(state, run.rules()).dispatch(rows);
        state.lines(line -> line.is(LineState.DISPATCHED))
                .forEach(line -> change(line.line(), known -> known.dispatched(run.id())));
        rules.note(rows);
    }

    @Override
    public void cancelLines(Run run) {
        InMemoryRules rules = new InMemoryRules(database, run);
        NightState state = rules.state();
        FeedRows rows = rules.rows(Feed.CANCELLATIONS);
        departuresOf(run, state).cancel(rows);
        state.lines(line -> line.is(LineState.CANCELLED)).forEach(line -> cancel(run, line.line()));
        rules.note(rows);
        belated(run, Feed.CANCELLATIONS)
                .filter(line -> line.cancelledRun() == null)
                .toList()
                .forEach(line -> cancel(run, line.line()));
    }

    /** Dispatches whose lines are open still wait when the run's other feeds take effect, and when it has allocated. */
    private Departures departuresOf(Run run, NightState state) {
        Departures departures = new Departures(state, run.rules());
        departures.dispatch(new InMemoryRules(database, run).rows(Feed.DISPATCHES));
        return departures;
    }

    private void cancel(Run run, OpenLine line) {
        release(run, line, "CANCELLED");
        change(line, known -> known.cancelled(run.id()));
    }

    @Override
    public void settleDispatches(Run run) {
        if (runs.get(run.id()).state() != Run.State.ALLOCATING) {
            throw new Problem(Kind.FAILED, run.title() + " does not allocate");
        }
        if (run.rules().have(Rules.TWO)) {
            settleWaiting(run);
        }
        belated(run, Feed.DISPATCHES)
                .filter(Line::isAllocated)
                .toList()
                .forEach(line -> change(line.line(), known -> known.dispatched(run.id())));
        belated(run, Feed.DISPATCHES)
                .filter(line -> line.isOpen() || line.cancelledRun() != null)
                .toList()
                .forEach(line -> settleBelated(run, line));
        warnOfDispatchesAtSea(run);
    }

    private void settleWaiting(Run run) {
        InMemoryRules rules = new InMemoryRules(database, run);
        NightState state = rules.state();
        FeedRows rows = rules.rows(Feed.DISPATCHES);
        new Departures(state, run.rules()).dispatch(rows);
        new WaitingDispatches(state, run.rules()).settle(rows);
        state.lines(line -> line.is(LineState.DISPATCHED))
                .forEach(line -> change(line.line(), known -> known.dispatched(run.id())));
        state.lines(line -> line.is(LineState.LEFT)).forEach(line -> leave(run, line.line()));
        rules.noteNew(rows, RejectReason.NOT_ALLOCATED);
        new InMemoryTally(database, runs.get(run.id())).count();
    }

    private void leave(Run run, OpenLine line) {
        change(line, known -> known.left(run.id()));
        database.shortages.delete(row -> row.run() == run.id() && row.turn() == line.turn());
    }

    private void settleBelated(Run run, Line line) {
        if (run.rules().have(Rules.TWO) && line.isOpen()) {
            leave(run, line.line());
            warnOfBelated(run, line, "found no batch for the line: its goods have left, so it is closed");
        } else if (run.rules().have(Rules.TWO)) {
            warnOfBelated(run, line, "stays without effect, for the line was cancelled");
        } else {
            warnOfBelated(run, line, "stays without effect, for the line has no batch: send it again");
        }
    }

    private void warnOfBelated(Run run, Line line, String outcome) {
        OrderLine named = line.line().line();
        runs.warn(run, "the dispatch of order %s line %s %s".formatted(named.orderId(), named.lineNumber(), outcome));
    }

    private void warnOfDispatchesAtSea(Run run) {
        for (Line line : database.lines
                .where(line -> !line.hasLeftWithoutBatch() && Objects.equals(line.dispatchedRun(), run.id()))
                .toList()) {
            LocalDate eta = batch(line.batch()).orElseThrow().eta();
            if (eta != null) {
                runs.warn(
                        run,
                        "order %s line %s was dispatched from batch %s, which is still at sea (ETA %s)"
                                .formatted(
                                        line.line().line().orderId(),
                                        line.line().line().lineNumber(),
                                        line.batch(),
                                        Eta.text(eta)));
            }
        }
    }

    /** The lines loaded tonight that the feed of a later date named too early. */
    private Stream<Line> belated(Run run, Feed feed) {
        List<OrderLine> named = database.rejected
                .where(row -> row.feed() == feed && row.reason() == RejectReason.UNKNOWN_LINE)
                .filter(row -> new InMemoryRules(database, run).isOfLaterDate(row.run()))
                .map(row -> ((LineRow) row.row().row()).line())
                .toList();
        return database.lines.where(line ->
                line.loadedRun() == run.id() && named.contains(line.line().line()));
    }

    @Override
    public void takeBatches(Run run) {
        InMemoryRules rules = new InMemoryRules(database, run);
        NightState state = rules.state();
        FeedRows rows = rules.rows(Feed.BATCHES);
        new Purchases(state).take(rows, run.terms().purchasing().batches());
        for (Batch batch : state.batches(Purchase.NEW)) {
            database.batches.insert(new StoredBatch(
                    database.nextNumber(), batch.reference(), batch.sku(), batch.purchasedQuantity(), batch.eta()));
        }
        for (Batch batch : changed(state)) {
            database.batches.update(
                    known -> known.reference().equals(batch.reference()),
                    known -> new StoredBatch(
                            known.id(), known.reference(), known.sku(), batch.purchasedQuantity(), batch.eta()));
        }
        for (Purchase how : Purchase.values()) {
            state.batches(how).forEach(batch -> database.fed.insert(new Fed(run.id(), batch.reference(), how)));
        }
        rules.note(rows);
        warnOfDispatchesAtSea(run);
    }

    private static List<Batch> changed(NightState state) {
        return Stream.of(Purchase.CHANGED, Purchase.LACKED)
                .flatMap(how -> state.batches(how).stream())
                .toList();
    }

    @Override
    public void forEachLineOfReducedBatches(Run run, Consumer<ReducedBatchLine> action) {
        for (StoredBatch batch : database.batches.rows().toList()) {
            long allocated = database.units(line -> batch.reference().equals(line.batch()));
            if (allocated > batch.quantity()) {
                database.lines
                        .where(line -> line.isAllocated() && batch.reference().equals(line.batch()))
                        .sorted(Comparator.comparing(Line::turn).reversed())
                        .toList()
                        .forEach(line -> action.accept(
                                new ReducedBatchLine(batch.id(), batch.quantity(), allocated, line.line())));
            }
        }
    }

    @Override
    public void release(Run run, List<OpenLine> lines) {
        lines.forEach(line -> release(run, line, "BATCH_REDUCED"));
    }

    private void release(Run run, OpenLine line, String cause) {
        database.lines
                .where(known -> known.turn() == line.turn() && known.isAllocated())
                .toList()
                .forEach(known -> {
                    database.releases.insert(new Release(run.id(), line, Objects.requireNonNull(known.batch()), cause));
                    change(line, Line::released);
                });
    }

    @Override
    public void forEachEarlierPromise(Run run, Consumer<EarlierPromise> action) {
        List<EarlierPromise> promises = new ArrayList<>();
        InMemoryRules rules = new InMemoryRules(database, run);
        for (Feed feed : List.of(Feed.ALLOCATIONS, Feed.URGENT)) {
            for (Staged staged : rules.staged(feed)) {
                line(rules.turnsBefore(feed) + staged.row().number())
                        .filter(line -> line.cancelledRun() == null)
                        .ifPresent(line -> promise(run, staged, line).ifPresent(promises::add));
            }
        }
        promises.stream()
                .sorted(Comparator.comparing(
                                (EarlierPromise promise) -> promise.supply().batchId())
                        .thenComparing(promise -> promise.line().turn()))
                .forEach(action);
    }

    private Optional<EarlierPromise> promise(Run run, Staged staged, Line line) {
        FeedRecord row = staged.row();
        Optional<StoredBatch> batch = batch(((LineRow) row.row()).batchReference());
        if (batch.isEmpty()) {
            new InMemoryRules(database, run)
                    .reject(staged.feed(), row, RejectReason.UNKNOWN_BATCH, "no such batch is known");
        } else if (!batch.get().sku().equals(line.line().line().sku())) {
            new InMemoryRules(database, run)
                    .reject(staged.feed(), row, RejectReason.DOES_NOT_FIT, "the batch is of another SKU");
        } else {
            return batch.map(it -> new EarlierPromise(
                    staged.feed(),
                    row.number(),
                    line.line(),
                    new Supply(Math.toIntExact(it.id()), it.reference(), it.eta(), it.quantity() - bound(it))));
        }
        return Optional.empty();
    }

    private long bound(StoredBatch batch) {
        return database.units(line -> batch.reference().equals(line.batch()));
    }

    @Override
    public void rejectPromise(Run run, EarlierPromise promise) {
        new InMemoryRules(database, run)
                .staged(promise.feed()).stream()
                        .filter(staged -> staged.row().number() == promise.row())
                        .forEach(staged -> new InMemoryRules(database, run)
                                .reject(promise.feed(), staged.row(), RejectReason.DOES_NOT_FIT, "too little is left"));
    }

    @Override
    public void count(Run run) {
        new InMemoryTally(database, run).count();
    }

    @Override
    public Shrinkage shrinkage(Run run) {
        return new InMemoryShrinkage(database, run).shrinkage();
    }

    @Override
    public Resemblance resemblance(Run run) {
        return InMemoryResemblance.of(database, run).resemblance();
    }

    @Override
    public Skus skus(Run run) {
        return new InMemorySkus(database, run);
    }

    @Override
    public void undo(Run run) {
        runs.undo(run);
    }

    @Override
    public void redo(Run run) {
        runs.redo(run);
    }

    private void change(OpenLine line, UnaryOperator<Line> change) {
        database.lines.update(known -> known.turn() == line.turn(), change);
    }

    private Optional<Line> line(long turn) {
        return database.lines.where(line -> line.turn() == turn).findFirst();
    }

    private Optional<StoredBatch> batch(@Nullable String reference) {
        return database.batches
                .where(batch -> batch.reference().equals(reference))
                .findFirst();
    }
}
