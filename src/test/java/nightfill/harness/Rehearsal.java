package nightfill.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import nightfill.application.feeds.AcceptFeeds;
import nightfill.application.feeds.AcceptFeeds.Delivery;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.FeedReader;
import nightfill.application.feeds.Staging;
import nightfill.application.night.BatchRepository;
import nightfill.application.night.Ledger;
import nightfill.application.night.NightRequest;
import nightfill.application.night.TakeEffect;
import nightfill.application.report.Report;
import nightfill.application.report.ReportSource;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.run.Fence;
import nightfill.application.run.RunLock;
import nightfill.application.run.Runs;
import nightfill.application.run.Unseen;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Supply;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import nightfill.domain.words.Rules;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works feeds up to their allocation as a night does, tells what the database then holds, and takes all of it back. */
public final class Rehearsal implements AutoCloseable {

    /** The reports' rows, and the counts of each feed's rows by their path in the summary. */
    public record Result(Map<Report, List<List<String>>> reports, SortedMap<String, Long> counts) {}

    private final TestNightfill nightfill;
    private final Runs runs;
    private final RunLock.Held lock;
    private final NightRequest request;
    private final Run run;

    public Rehearsal(TestNightfill nightfill, LocalDate date) {
        this.nightfill = nightfill;
        this.runs = nightfill.bean(Runs.class);
        this.request = nightfill.request(date, false, false);
        this.lock = nightfill.bean(RunLock.class).acquire();
        nightfill.bean(Fence.class).inTransaction(() -> runs.open(date, Terms.USUAL, null));
        this.run = runs.loading().orElseThrow();
    }

    /**
     * Works the feeds in INPUT.
     *
     * @throws nightfill.application.problem.Problem where a night would be refused
     */
    public Result of(int chunkSize) {
        Delivery delivery = nightfill.bean(AcceptFeeds.class).inspect(request.feeds());
        TransactionTemplate transaction = new TransactionTemplate(nightfill.bean(PlatformTransactionManager.class));
        Result result = transaction.execute(status -> {
            status.setRollbackOnly();
            return work(delivery, chunkSize);
        });
        return Objects.requireNonNull(result);
    }

    private Result work(Delivery delivery, int chunkSize) {
        AcceptFeeds acceptFeeds = nightfill.bean(AcceptFeeds.class);
        delivery.feeds().forEach(feed -> runs.accept(run, acceptFeeds.accept(run, delivery, feed)));
        acceptFeeds.complete(run, delivery);
        runs.accepted(run).stream()
                .sorted(Comparator.comparing(accepted -> Staging.SEQUENCE.indexOf(accepted.feed())))
                .forEach(accepted -> load(accepted, chunkSize));
        nightfill.bean(TakeEffect.class).of(run, new Unseen());
        allocate();
        nightfill.bean(Ledger.class).settleDispatches(run);
        return new Result(reports(), counts());
    }

    private void load(AcceptedFeed accepted, int chunkSize) {
        Feed feed = accepted.feed();
        try (FeedReader.Rows rows = nightfill
                .bean(FeedReader.class)
                .open(
                        nightfill.bean(FeedFiles.class).kept(run, feed.fileName()),
                        accepted,
                        Rules.CURRENT,
                        Position.START)) {
            List<FeedRecord> chunk = new ArrayList<>();
            for (FeedRecord row = rows.next(); row != null; row = rows.next()) {
                chunk.add(row);
                if (chunk.size() == chunkSize) {
                    stage(feed, chunk);
                }
            }
            stage(feed, chunk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stage(Feed feed, List<FeedRecord> chunk) {
        nightfill.bean(Staging.class).stage(run, feed, chunk);
        chunk.clear();
    }

    /** A reader of turns would see nothing of what is not committed. */
    private void allocate() {
        Map<String, SkuStock> stocks = new HashMap<>();
        List<Decision> decisions = openLines().stream()
                .map(line -> stocks.computeIfAbsent(line.line().sku(), sku -> SkuStock.of(supplies(sku)))
                        .allocate(line.demand()))
                .toList();
        nightfill.bean(BatchRepository.class).record(run, decisions);
    }

    private List<OpenLine> openLines() {
        return nightfill
                .jdbc()
                .query(
                        """
                select line.id, order_id, line_number, code, quantity from line join sku on sku.id = sku_id
                where cancelled_run is null and left_run is null
                    and line.id not in (select line_id from standing_allocation)
                order by line.id""",
                        (row, index) -> new OpenLine(
                                row.getLong(1),
                                new OrderLine(row.getString(2), row.getString(3), row.getString(4), row.getInt(5))));
    }

    private List<Supply> supplies(String sku) {
        return nightfill
                .jdbc()
                .query(
                        """
                select batch.id, reference, eta, batch_value.quantity
                    - (select coalesce(sum(quantity), 0) from allocation
                        where allocation.batch_id = batch.id and until_run is null)
                from batch join sku on sku.id = sku_id join batch_value on batch_id = batch.id and until_run is null
                where code = ?""",
                        (row, index) -> new Supply(
                                row.getInt(1), row.getString(2), row.getObject(3, LocalDate.class), row.getLong(4)),
                        sku);
    }

    private Map<Report, List<List<String>>> reports() {
        Map<Report, List<List<String>>> reports = new EnumMap<>(Report.class);
        for (Report report : Report.values()) {
            if (report != Report.CONTROL_TOTALS) {
                List<List<String>> rows = new ArrayList<>(List.of(report.header()));
                nightfill.bean(ReportSource.class).forEachRow(run, report, rows::add);
                reports.put(report, rows);
            }
        }
        return reports;
    }

    private SortedMap<String, Long> counts() {
        SortedMap<String, Long> counts = new TreeMap<>();
        nightfill.bean(Runs.class).feedCounts(run).forEach((feed, rows) -> {
            String prefix = "feeds." + feed.label() + ".";
            counts.put(prefix + "rows", rows.rows());
            counts.put(prefix + "applied", rows.applied());
            counts.put(prefix + "duplicate", rows.duplicate());
            counts.put(prefix + "superseded", rows.superseded());
            counts.put(prefix + "rejected", rows.rejected());
        });
        return counts;
    }

    @Override
    public void close() throws IOException {
        nightfill.bean(FeedFiles.class).forget(run);
        nightfill.bean(Fence.class).inTransaction(() -> runs.discard(run));
        lock.close();
    }
}
