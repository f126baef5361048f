package nightfill.application.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Predicate;
import nightfill.application.figures.Summary;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.night.Outcome;
import nightfill.domain.night.Purchase;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** A small database of runs, lines and batches, whose tables fall back together where a transaction fails. */
public final class InMemoryDatabase implements Transactions {

    private final List<InMemoryTable<?>> tables = new ArrayList<>();
    private boolean inTransaction;
    private long lastNumber;

    public final String id;
    public final InMemoryTable<Run> runs = table();
    public final InMemoryTable<Accepted> accepted = table();
    public final InMemoryTable<Counted> counted = table();
    public final InMemoryTable<Warning> warnings = table();
    public final InMemoryTable<Overridden> overridden = table();
    public final InMemoryTable<Reported> reports = table();
    public final InMemoryTable<Staged> staged = table();
    public final InMemoryTable<Rejected> rejected = table();
    public final InMemoryTable<PassedOver> passedOver = table();
    public final InMemoryTable<Line> lines = table();
    public final InMemoryTable<StoredBatch> batches = table();
    public final InMemoryTable<Fed> fed = table();
    public final InMemoryTable<Release> releases = table();
    public final InMemoryTable<Shortage> shortages = table();
    public final InMemoryTable<Before> before = table();
    public final InMemoryTable<Undone> undone = table();
    public final InMemoryTable<Publication> publications = table();
    public final InMemoryTable<Urgent> urgent = table();

    public InMemoryDatabase() {
        this("in memory");
    }

    /** @param id what tells it from every other */
    public InMemoryDatabase(String id) {
        this.id = id;
    }

    /** A table of one's own in this database. */
    public <R> InMemoryTable<R> table() {
        InMemoryTable<R> table = new InMemoryTable<>();
        tables.add(table);
        return table;
    }

    /** Ascending, and never given twice. */
    public long nextNumber() {
        return ++lastNumber;
    }

    /** Returns what restores all that is in the database now. */
    public Runnable backup() {
        Runnable rows = savepoints();
        long number = lastNumber;
        return () -> {
            rows.run();
            lastNumber = number;
        };
    }

    private Runnable savepoints() {
        List<Runnable> savepoints =
                tables.stream().map(InMemoryTable::savepoint).toList();
        return () -> savepoints.forEach(Runnable::run);
    }

    @Override
    public void inOne(Runnable work) {
        if (inTransaction) {
            work.run();
            return;
        }
        Runnable fallBack = savepoints();
        inTransaction = true;
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            fallBack.run();
            throw e;
        } finally {
            inTransaction = false;
        }
    }

    /** What is now known of lines and batches. */
    public Books books() {
        return new Books(
                lines.rows().toList(),
                batches.rows().toList(),
                fed.rows().toList(),
                releases.rows().toList(),
                shortages.rows().toList());
    }

    /** Knows of lines and batches what was known once. */
    public void become(Books books) {
        lines.become(books.lines());
        batches.become(books.batches());
        fed.become(books.fed());
        releases.become(books.releases());
        shortages.become(books.shortages());
    }

    /** The units of those lines. */
    public long units(Predicate<Line> which) {
        return lines.where(which).mapToLong(Line::quantity).sum();
    }

    /** All as the run found it, whatever came later. */
    public InMemoryDatabase asOfTheBeginningOf(Run run) {
        return with(before(run.id()));
    }

    /** All as the run left it, whatever came later. */
    public InMemoryDatabase asOfTheEndOf(Run run) {
        return with(after(run));
    }

    private InMemoryDatabase with(Books books) {
        InMemoryDatabase then = new InMemoryDatabase(id);
        for (int table = 0; table < then.tables.size(); table++) {
            then.tables.get(table).copy(tables.get(table));
        }
        then.become(books);
        return then;
    }

    private Books after(Run run) {
        boolean isUndone = run.state() == Run.State.REPLACED || run.state() == Run.State.ABANDONED;
        return isUndone
                ? undone.where(row -> row.run() == run.id())
                        .findFirst()
                        .orElseThrow()
                        .books()
                : before.where(row -> row.run() > run.id() && !isCorrection(row.run(), run))
                        .min(Comparator.comparing(Before::run))
                        .map(Before::books)
                        .orElseGet(this::books);
    }

    private boolean isCorrection(long other, Run run) {
        return runs.has(row -> row.id() == other && Objects.equals(row.replacesId(), run.id()));
    }

    /** What a run found when it began. */
    public Books before(long run) {
        return before.where(row -> row.run() == run).findFirst().orElseThrow().books();
    }

    /** The highest turn that was ever given, 0 where none was. */
    long highestTurn() {
        long undoneTurn = undone.rows()
                .map(row -> highestTurn(row.books().lines()))
                .flatMapToLong(OptionalLong::stream)
                .max()
                .orElse(0);
        return Math.max(undoneTurn, highestTurn(lines.rows().toList()).orElse(0));
    }

    private static OptionalLong highestTurn(List<Line> lines) {
        return lines.stream().mapToLong(Line::turn).max();
    }

    public record Accepted(long run, AcceptedFeed feed) {}

    public record Counted(long run, Feed feed, FeedCounts counts) {}

    public record Warning(long run, String text) {}

    public record Overridden(long run, Acceptance guard) {}

    public record Reported(long run, String name, Summary.File file) {}

    public record Staged(long run, Feed feed, FeedRecord row) {}

    public record Rejected(long run, Feed feed, FeedRecord row, RejectReason reason, String detail) {}

    /** A row that was accepted and changed nothing. */
    public record PassedOver(long run, Feed feed, Outcome.Kind verdict) {}

    /** An order line and what has become of it; its batch by reference, which one that left without a batch lacks. */
    public record Line(
            OpenLine line,
            long loadedRun,
            @Nullable String batch,
            @Nullable Long allocatedRun,
            @Nullable Long dispatchedRun,
            @Nullable Long cancelledRun) {

        public static Line loaded(OpenLine line, long run) {
            return new Line(line, run, null, null, null, null);
        }

        public long turn() {
            return line.turn();
        }

        public int quantity() {
            return line.line().quantity();
        }

        public boolean isOpen() {
            return batch == null && cancelledRun == null && dispatchedRun == null;
        }

        public boolean isAllocated() {
            return batch != null && dispatchedRun == null;
        }

        public Line allocated(String to, long run) {
            return new Line(line, loadedRun, to, run, null, null);
        }

        public Line released() {
            return loaded(line, loadedRun);
        }

        public Line dispatched(long run) {
            return new Line(line, loadedRun, batch, allocatedRun, run, null);
        }

        public Line left(long run) {
            return new Line(line, loadedRun, null, null, run, null);
        }

        public boolean hasLeftWithoutBatch() {
            return dispatchedRun != null && batch == null;
        }

        public Line cancelled(long run) {
            return new Line(line, loadedRun, null, null, null, run);
        }
    }

    public record StoredBatch(
            long id,
            String reference,
            String sku,
            int quantity,
            @Nullable LocalDate eta) {}

    /** What a run's feed did to that batch. */
    public record Fed(long run, String reference, Purchase how) {

        public boolean changed() {
            return how == Purchase.NEW || how == Purchase.CHANGED;
        }
    }

    public record Release(long run, OpenLine line, String batch, String cause) {}

    public record Shortage(long run, long turn, ShortageReason reason) {}

    public record Publication(Path directory, long run, boolean stands) {}

    /** A line that was allocated at once, after that run. */
    public record Urgent(
            long afterRun,
            LineRow promise,
            String client,
            @Nullable String key) {}

    /** What a run found when it began. */
    public record Before(long run, Books books) {}

    /** What a run that was undone had left. */
    public record Undone(long run, Books books) {}

    public record Books(
            List<Line> lines,
            List<StoredBatch> batches,
            List<Fed> fed,
            List<Release> releases,
            List<Shortage> shortages) {}
}
