package nightfill.application.night;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nightfill.application.feeds.StagedRows;
import nightfill.application.feeds.Staging;
import nightfill.application.figures.RunFigures;
import nightfill.application.figures.Summary;
import nightfill.application.night.BatchRepository.Turns;
import nightfill.application.night.Ledger.ReducedBatchLine;
import nightfill.application.report.Report;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.Reduction;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Turn;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import org.jspecify.annotations.Nullable;

/** A night that a contract works through the ports, step by step or as a whole. */
public final class PortNight {

    private static final String MANIFEST = "a".repeat(64);

    private final NightPorts ports;
    private final LocalDate date;
    private final Map<Feed, String[]> feeds = new EnumMap<>(Feed.class);
    private @Nullable Run replaces;
    private Terms terms = Terms.USUAL;

    public PortNight(NightPorts ports, LocalDate date) {
        this.ports = ports;
        this.date = date;
    }

    /** Lets a feed come with these rows, each a text such as {@code PO-1,CHAIR,10,}. */
    public PortNight with(Feed feed, String... rows) {
        feeds.put(feed, rows);
        return this;
    }

    public PortNight on(Terms other) {
        terms = other;
        return this;
    }

    /** Lets the run be a correction of one that was undone before. */
    public PortNight replacing(Run former) {
        replaces = former;
        return this;
    }

    /** Opens the run, and reads all its feeds. */
    public Run read() {
        Run run = ports.runs().open(date, terms, replaces);
        feeds.keySet().stream()
                .sorted(Comparator.comparing(Staging.SEQUENCE::indexOf))
                .forEach(feed -> {
                    String[] rows = Objects.requireNonNull(feeds.get(feed));
                    ports.runs().accept(run, new AcceptedFeed(feed, rows.length, sha256(feed, rows), null));
                    ports.staging().stage(run, feed, StagedRows.of(feed, rows));
                });
        return run;
    }

    private static String sha256(Feed feed, String... rows) {
        return "%064x".formatted(List.of(feed.label(), List.of(rows)).hashCode() & 0xffffffffL);
    }

    /** Lets the feeds take effect, up to the batches; whatever they cut is released, and opening promises are kept. */
    public Run takeEffect() {
        Run run = begin();
        ports.ledger().dispatchLines(run);
        ports.ledger().cancelLines(run);
        ports.ledger().takeBatches(run);
        release(run);
        keepOpenings(run);
        ports.ledger().count(run);
        return run;
    }

    /** Loads the lines, and no more. */
    Run begin() {
        Run run = ports.runs().begin(read());
        ports.ledger().rejectUnreadable(run);
        ports.ledger().loadLines(run);
        return run;
    }

    private void release(Run run) {
        Map<Long, Reduction> reductions = new HashMap<>();
        List<OpenLine> released = new ArrayList<>();
        List<ReducedBatchLine> lines = new ArrayList<>();
        ports.ledger().forEachLineOfReducedBatches(run, lines::add);
        for (ReducedBatchLine line : lines) {
            Reduction reduction =
                    reductions.computeIfAbsent(line.batchId(), id -> new Reduction(line.purchased(), line.allocated()));
            if (reduction.releases(line.line().line())) {
                released.add(line.line());
            }
        }
        ports.ledger().release(run, released);
    }

    private void keepOpenings(Run run) {
        List<Ledger.EarlierPromise> promises = new ArrayList<>();
        ports.ledger().forEachEarlierPromise(run, promises::add);
        Map<Integer, SkuStock> stocks = new HashMap<>();
        for (Ledger.EarlierPromise promise : promises) {
            SkuStock stock =
                    stocks.computeIfAbsent(promise.supply().batchId(), id -> SkuStock.of(List.of(promise.supply())));
            if (stock.allocate(promise.line().demand()) instanceof Allocated allocated) {
                ports.batches().keep(run, List.of(allocated));
            } else {
                ports.ledger().rejectPromise(run, promise);
            }
        }
    }

    /** Works the night up to its reports. */
    public Run allocate() {
        Run run = takeEffect();
        ports.batches().record(run, decisions(ports, run));
        ports.ledger().settleDispatches(run);
        return run;
    }

    /** Works the night to its end. */
    public Run finish() {
        return finish(ports, allocate());
    }

    /** Ends a run that has allocated, as if its reports had been written. */
    public static Run finish(NightPorts ports, Run run) {
        Map<String, Summary.File> reports = Stream.of(Report.values())
                .collect(toMap(Report::fileName, report -> new Summary.File(count(ports, run, report), MANIFEST)));
        RunFigures figures = RunFigures.of(
                ports.reports().lines(run), ports.runs().feedCounts(run).values(), 0);
        ports.runs().finish(run, MANIFEST, reports, figures);
        return ports.runs().get(run.id());
    }

    private static long count(NightPorts ports, Run run, Report report) {
        return report == Report.CONTROL_TOTALS ? 0 : rows(ports, run, report).count();
    }

    static List<Decision> decisions(NightPorts ports, Run run) {
        List<Decision> decisions = new ArrayList<>();
        try (Turns turns = ports.batches().turns(run)) {
            for (Turn turn = turns.next(); turn != null; turn = turns.next()) {
                decisions.add(turn.decide());
            }
        }
        return decisions;
    }

    /** The rows of a report, each as one text. */
    public static Stream<String> rows(NightPorts ports, Run run, Report report) {
        List<String> rows = new ArrayList<>();
        ports.reports().forEachRow(run, report, row -> rows.add(String.join(",", row)));
        return rows.stream();
    }
}
