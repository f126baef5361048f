package nightfill.application.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nightfill.application.figures.NightDetail;
import nightfill.application.figures.NightDetail.Holding;
import nightfill.application.figures.NightDetail.Place;
import nightfill.application.figures.NightDetail.Rejected;
import nightfill.application.figures.NightDetail.ShortSku;
import nightfill.application.figures.Tally;
import nightfill.application.report.InMemoryReportSource.ChangedPromise;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.application.run.InMemoryRuns;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.run.Run;
import nightfill.domain.words.CodePointOrder;
import org.jspecify.annotations.Nullable;

/** Counts what a night's page tells beyond its totals in a database in memory. */
record InMemoryDetail(InMemoryDatabase database, Run run, List<ChangedPromise> changed) {

    private static final int SKUS = 10;

    NightDetail detail() {
        Map<String, List<Line>> open = database.lines
                .where(Line::isOpen)
                .collect(Collectors.groupingBy(line -> line.line().line().sku()));
        List<ShortSku> worst = open.entrySet().stream()
                .map(entry -> shortSku(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((ShortSku sku) -> -sku.open().units())
                        .thenComparing(ShortSku::since)
                        .thenComparing(ShortSku::sku, CodePointOrder.INSTANCE))
                .limit(SKUS)
                .toList();
        return new NightDetail(open.size(), worst, stock(), openSince(), promises(), rejected());
    }

    private ShortSku shortSku(String sku, List<Line> open) {
        Predicate<StoredBatch> ofSku = batch -> batch.sku().equals(sku);
        long free = database.batches
                .where(ofSku)
                .mapToLong(batch -> batch.quantity() - bound(batch, line -> true))
                .sum();
        return new ShortSku(
                sku,
                tally(open),
                open.stream().map(this::since).min(Comparator.naturalOrder()).orElseThrow(),
                free,
                earliest(ofSku.and(batch -> place(batch) == Place.DUE)),
                earliest(ofSku.and(batch -> place(batch) == Place.OVERDUE)));
    }

    private @Nullable LocalDate earliest(Predicate<StoredBatch> which) {
        return database.batches
                .where(which)
                .filter(batch -> left(batch) > 0)
                .map(StoredBatch::eta)
                .min(Comparator.nullsFirst(Comparator.naturalOrder()))
                .orElse(null);
    }

    private Map<Place, Holding> stock() {
        Map<Place, Holding> stock = new EnumMap<>(Place.class);
        database.batches.rows().forEach(batch -> stock.merge(place(batch), holding(batch), Holding::plus));
        return stock;
    }

    private Place place(StoredBatch batch) {
        if (batch.eta() == null) {
            return Place.WAREHOUSE;
        }
        return batch.eta().isBefore(run.date()) ? Place.OVERDUE : Place.DUE;
    }

    private Holding holding(StoredBatch batch) {
        Tally promised = tally(database.lines
                .where(line -> line.isAllocated() && batch.reference().equals(line.batch()))
                .toList());
        return new Holding(left(batch) > 0 ? 1 : 0, left(batch), promised);
    }

    private long left(StoredBatch batch) {
        return batch.quantity() - bound(batch, line -> line.dispatchedRun() != null);
    }

    private long bound(StoredBatch batch, Predicate<Line> which) {
        return database.units(which.and(line -> batch.reference().equals(line.batch())));
    }

    private SortedMap<LocalDate, Tally> openSince() {
        SortedMap<LocalDate, Tally> since = new TreeMap<>();
        database.lines
                .where(Line::isOpen)
                .forEach(line -> since.merge(since(line), new Tally(1, line.quantity()), Tally::plus));
        return since;
    }

    private LocalDate since(Line line) {
        return new InMemoryRuns(database).get(line.loadedRun()).date();
    }

    private Map<String, Tally> promises() {
        Map<String, Tally> byCause = new TreeMap<>();
        changed.forEach(promise ->
                byCause.merge(promise.cause(), new Tally(1, promise.before().quantity()), Tally::plus));
        return byCause;
    }

    private List<Rejected> rejected() {
        Map<Reason, Long> rows = database.rejected
                .where(row -> row.run() == run.id())
                .collect(Collectors.groupingBy(row -> new Reason(row.feed(), row.reason()), Collectors.counting()));
        return rows.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Reason, Long> entry) ->
                                entry.getKey().feed())
                        .thenComparing(entry -> -entry.getValue())
                        .thenComparing(entry -> entry.getKey().reason().name()))
                .map(entry -> new Rejected(
                        entry.getKey().feed().fileName(),
                        entry.getKey().reason().name(),
                        entry.getValue()))
                .toList();
    }

    private record Reason(Feed feed, RejectReason reason) {}

    private static Tally tally(List<Line> lines) {
        return new Tally(lines.size(), lines.stream().mapToLong(Line::quantity).sum());
    }
}
