package nightfill.application.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nightfill.application.figures.NightDetail;
import nightfill.application.figures.NightTotals;
import nightfill.application.figures.SilentBatches;
import nightfill.application.figures.SilentBatches.SilentBatch;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Fed;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.application.run.InMemoryDatabase.Rejected;
import nightfill.application.run.InMemoryDatabase.Release;
import nightfill.application.run.InMemoryDatabase.Shortage;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.application.run.InMemoryRuns;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.Row.RejectedRow;
import nightfill.domain.proof.Sha256;
import nightfill.domain.run.Run;
import nightfill.domain.words.CodePointOrder;
import nightfill.domain.words.Eta;
import nightfill.domain.words.Visible;
import org.jspecify.annotations.Nullable;

/** The reports' rows and figures from a database in memory, of the run that was the last to do anything. */
public final class InMemoryReportSource implements ReportSource {

    private static final int WARNINGS = 1000;

    private final InMemoryDatabase database;
    private final InMemoryRuns runs;

    public InMemoryReportSource(InMemoryDatabase database) {
        this.database = database;
        this.runs = new InMemoryRuns(database);
    }

    @Override
    public String forEachRow(Run run, Report report, Consumer<List<String>> action) {
        List<List<String>> rows = rows(run, report).toList();
        rows.forEach(action);
        return String.valueOf(
                rows.stream().mapToLong(InMemoryReportSource::hash).sum());
    }

    private Stream<List<String>> rows(Run run, Report report) {
        return switch (report) {
            case ALLOCATIONS ->
                lines().filter(line -> Objects.equals(line.allocatedRun(), run.id()))
                        .map(line -> with(line, line.batch(), Eta.orEmpty(eta(line.batch()))));
            case UNALLOCATED -> lines().filter(Line::isOpen).map(line -> with(line, reason(run, line), since(line)));
            case RELEASED -> lines().flatMap(line -> released(run, line));
            case PROMISES -> changedPromises(run).stream().map(ChangedPromise::row);
            case STOCK -> database.batches.rows().sorted(stockOrder()).map(this::stock);
            case REJECTS -> rejects(run);
            case CONTROL_TOTALS -> throw new IllegalArgumentException("not told by rows");
        };
    }

    private Stream<Line> lines() {
        return database.lines.rows().sorted(Comparator.comparing(Line::turn));
    }

    private static List<String> with(Line line, @Nullable Object... more) {
        List<String> values = new ArrayList<>(List.of(
                line.line().line().orderId(),
                line.line().line().lineNumber(),
                line.line().line().sku(),
                String.valueOf(line.quantity())));
        for (Object value : more) {
            values.add(value == null ? "" : value.toString());
        }
        return values;
    }

    private String reason(Run run, Line line) {
        return database.shortages
                .where(row -> row.run() == run.id() && row.turn() == line.turn())
                .map(Shortage::reason)
                .findFirst()
                .map(Enum::name)
                .orElse("");
    }

    private LocalDate since(Line line) {
        return runs.get(line.loadedRun()).date();
    }

    private Stream<List<String>> released(Run run, Line line) {
        Optional<Release> release = database.releases
                .where(row -> row.run() == run.id() && row.line().turn() == line.turn())
                .findFirst();
        if (Objects.equals(line.cancelledRun(), run.id())) {
            return Stream.of(with(line, release.map(Release::batch).orElse(""), "CANCELLED"));
        }
        return release.map(it -> with(line, it.batch(), it.cause())).stream();
    }

    /** Lines allocated before the run, neither cancelled nor dispatched since, whose batch or ETA is another now. */
    List<ChangedPromise> changedPromises(Run run) {
        List<ChangedPromise> changed = new ArrayList<>();
        for (Line before : database.before(run.id()).lines()) {
            Line now = database.lines
                    .where(line -> line.turn() == before.turn())
                    .findFirst()
                    .orElseThrow();
            if (before.isAllocated() && now.cancelledRun() == null && now.dispatchedRun() == null) {
                ChangedPromise promise =
                        new ChangedPromise(before, etaBefore(run, before), now.batch(), eta(now.batch()));
                if (promise.isChanged()) {
                    changed.add(promise);
                }
            }
        }
        changed.sort(Comparator.comparing(promise -> promise.before().turn()));
        return changed;
    }

    private @Nullable LocalDate etaBefore(Run run, Line line) {
        return database.before(run.id()).batches().stream()
                .filter(batch -> batch.reference().equals(line.batch()))
                .findFirst()
                .orElseThrow()
                .eta();
    }

    record ChangedPromise(
            Line before,
            @Nullable LocalDate etaBefore,
            @Nullable String batch,
            @Nullable LocalDate eta) {

        boolean isChanged() {
            return !Objects.equals(before.batch(), batch) || !Objects.equals(etaBefore, eta);
        }

        String cause() {
            if (batch == null) {
                return "LOST";
            }
            if (Objects.equals(etaBefore, eta)) {
                return "MOVED";
            }
            if (eta == null) {
                return "ARRIVED";
            }
            return etaBefore != null && eta.isBefore(etaBefore) ? "EARLIER" : "DELAYED";
        }

        List<String> row() {
            return with(before, before.batch(), Eta.orEmpty(etaBefore), batch, Eta.orEmpty(eta), cause());
        }
    }

    private @Nullable LocalDate eta(@Nullable String reference) {
        return reference == null
                ? null
                : database.batches
                        .where(batch -> batch.reference().equals(reference))
                        .findFirst()
                        .orElseThrow()
                        .eta();
    }

    private static Comparator<StoredBatch> stockOrder() {
        return Comparator.comparing(StoredBatch::sku, CodePointOrder.INSTANCE)
                .thenComparing(StoredBatch::eta, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(StoredBatch::reference, CodePointOrder.INSTANCE);
    }

    private List<String> stock(StoredBatch batch) {
        long allocated =
                database.units(line -> line.isAllocated() && batch.reference().equals(line.batch()));
        long dispatched = database.units(
                line -> line.dispatchedRun() != null && batch.reference().equals(line.batch()));
        return List.of(
                batch.reference(),
                batch.sku(),
                String.valueOf(batch.quantity()),
                Eta.orEmpty(batch.eta()),
                String.valueOf(allocated),
                String.valueOf(dispatched),
                String.valueOf(batch.quantity() - allocated - dispatched));
    }

    /** Also the rows that were only read so far. */
    private Stream<List<String>> rejects(Run run) {
        Stream<Rejected> unreadable = database.staged
                .where(row -> row.run() == run.id() && row.row().row() instanceof RejectedRow)
                .map(row -> {
                    RejectedRow rejected = (RejectedRow) row.row().row();
                    return new Rejected(run.id(), row.feed(), row.row(), rejected.reason(), rejected.detail());
                });
        return Stream.concat(database.rejected.where(row -> row.run() == run.id()), unreadable)
                .distinct()
                .sorted(Comparator.comparing(Rejected::feed)
                        .thenComparing(row -> row.row().number()))
                .map(InMemoryReportSource::reject);
    }

    private static List<String> reject(Rejected row) {
        FeedRecord fed = row.row();
        String raw = Visible.text(fed.raw());
        return List.of(
                row.feed().fileName(),
                String.valueOf(fed.line()),
                row.reason().name(),
                Visible.text(row.detail()),
                raw.matches("(?s)[\\p{IsWhite_Space}\\p{Cf}]*[-=+@\uFF0B\uFF0D\uFF1D\uFF20].*") ? "'" + raw : raw);
    }

    static long hash(List<String> row) {
        String sha256 = Sha256.of(String.join("\u001F", row).getBytes(StandardCharsets.UTF_8));
        return Long.parseLong(sha256.substring(0, 15), 16);
    }

    @Override
    public long expectedRows(Run run) {
        return 1;
    }

    @Override
    public NightTotals.Lines lines(Run run) {
        return inMemory(run).lines();
    }

    @Override
    public NightTotals totals(Run run, NightTotals.Lines lines) {
        return inMemory(run).totals(lines);
    }

    private InMemoryTotals inMemory(Run run) {
        return new InMemoryTotals(database, run, changedPromises(run));
    }

    @Override
    public NightDetail detail(Run run) {
        return new InMemoryDetail(database, run, changedPromises(run)).detail();
    }

    @Override
    public SilentBatches silent(Run run) {
        int nights = run.terms().purchasing().silentNights();
        List<Long> heard = database.runs
                .where(night ->
                        night.id() == run.id() || (night.id() < run.id() && night.state() == Run.State.FINISHED))
                .map(Run::id)
                .sorted(Comparator.reverseOrder())
                .limit(nights)
                .toList();
        if (nights == 0 || heard.size() < nights) {
            return SilentBatches.NONE;
        }
        List<SilentBatch> silent = database.batches
                .where(batch -> lastHeard(batch) < heard.get(nights - 1))
                .sorted(Comparator.comparing(this::lastHeard)
                        .thenComparing(StoredBatch::reference, CodePointOrder.INSTANCE))
                .map(this::silent)
                .filter(batch -> batch.left() > 0)
                .toList();
        return new SilentBatches(silent.size(), silent.stream().limit(10).toList());
    }

    private long lastHeard(StoredBatch batch) {
        return database.fed
                .where(row -> row.reference().equals(batch.reference()))
                .mapToLong(Fed::run)
                .max()
                .orElseThrow();
    }

    private SilentBatch silent(StoredBatch batch) {
        long promised =
                database.units(line -> line.isAllocated() && batch.reference().equals(line.batch()));
        long gone = database.units(
                line -> line.dispatchedRun() != null && batch.reference().equals(line.batch()));
        return new SilentBatch(
                batch.reference(),
                batch.sku(),
                batch.eta(),
                batch.quantity() - gone,
                promised,
                runs.get(lastHeard(batch)).name());
    }

    @Override
    public List<String> warnings(Run run) {
        List<String> all = runs.warnings(run);
        if (all.size() <= WARNINGS) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, WARNINGS));
        first.add("and %d more".formatted(all.size() - WARNINGS));
        return first;
    }
}
