package nightfill.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nightfill.application.figures.NightDetail;
import nightfill.application.figures.NightDetail.Holding;
import nightfill.application.figures.NightDetail.Place;
import nightfill.application.figures.NightDetail.Rejected;
import nightfill.application.figures.NightDetail.ShortSku;
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
import nightfill.application.figures.SilentBatches;
import nightfill.application.figures.SilentBatches.SilentBatch;
import nightfill.application.figures.Summary;
import nightfill.application.figures.Tally;
import nightfill.application.night.BatchRepository.Turns;
import nightfill.application.night.NightPorts;
import nightfill.application.night.PortNight;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Demand;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.allocation.Turn;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Purchasing;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import nightfill.domain.words.Eta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What everyone who reports a run must do. */
public abstract class ReportSourceContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final LocalDate SUNDAY = FRIDAY.plusDays(2);

    protected abstract NightPorts ports();

    @Test
    void batches_with_goods_are_silent_when_no_row_of_the_last_nights_was_right_about_them() {
        night(FRIDAY, 2)
                .with(
                        Feed.BATCHES,
                        "PO-1,CHAIR,10,unknown",
                        "PO-2,CHAIR,9,",
                        "PO-3,LAMP,2,",
                        "PO-4,SOFA,0,",
                        "PO-5,RUG,1,")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,9", "1002,1,LAMP,2", "1003,1,CHAIR,4")
                .finish();
        Run saturday = night(SATURDAY, 2)
                .with(Feed.BATCHES, "PO-2,CHAIR,9,")
                .with(Feed.DISPATCHES, "1002,1,LAMP,2")
                .finish();
        Run sunday = night(SUNDAY, 2).with(Feed.BATCHES, "PO-5,RUG,x,").finish();

        SilentBatch chairs = new SilentBatch("PO-1", "CHAIR", Eta.UNKNOWN, 10, 4, new RunName(FRIDAY, 1));
        SilentBatch rug = new SilentBatch("PO-5", "RUG", null, 1, 0, new RunName(FRIDAY, 1));
        assertThat(ports().reports().silent(saturday)).isEqualTo(SilentBatches.NONE);
        assertThat(ports().reports().silent(sunday)).isEqualTo(new SilentBatches(2, List.of(chairs, rug)));
    }

    @Test
    void a_batch_is_silent_in_the_first_night_that_does_not_name_it_where_one_night_is_long() {
        night(FRIDAY, 1).with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,CHAIR,9,").finish();
        Run saturday = night(SATURDAY, 1).with(Feed.BATCHES, "PO-2,CHAIR,9,").finish();

        assertThat(ports().reports().silent(saturday))
                .isEqualTo(new SilentBatches(
                        1, List.of(new SilentBatch("PO-1", "CHAIR", null, 10, 0, new RunName(FRIDAY, 1)))));
    }

    @Test
    void where_nobody_wants_to_know_no_batch_is_silent() {
        night(FRIDAY, 0).with(Feed.BATCHES, "PO-1,CHAIR,10,").finish();

        assertThat(ports().reports()
                        .silent(night(SATURDAY, 0).with(Feed.BATCHES).finish()))
                .isEqualTo(SilentBatches.NONE);
    }

    @Test
    void of_many_silent_batches_those_heard_of_least_lately_are_named() {
        night(FRIDAY, 1).with(Feed.BATCHES, batches(3, 12)).finish();
        night(SATURDAY, 1).with(Feed.BATCHES, batches(1, 2)).finish();
        Run sunday = night(SUNDAY, 1).with(Feed.BATCHES).finish();

        SilentBatches silent = ports().reports().silent(sunday);
        assertThat(silent.batches()).isEqualTo(12);
        assertThat(silent.longest())
                .extracting(SilentBatch::reference)
                .containsExactly(
                        "PO-03", "PO-04", "PO-05", "PO-06", "PO-07", "PO-08", "PO-09", "PO-10", "PO-11", "PO-12");
    }

    private static String[] batches(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> "PO-%02d,CHAIR,1,".formatted(number))
                .toArray(String[]::new);
    }

    private PortNight night(LocalDate date, int silentNights) {
        return new PortNight(ports(), date).on(Terms.USUAL.with(new Purchasing(BatchFeed.CHANGES, silentNights)));
    }

    @Test
    void allocations_are_the_lines_that_the_run_allocated() {
        assertThat(rows(saturday(), Report.ALLOCATIONS)).containsExactly("1009,1,CHAIR,1,PO-5,2026-12-09");
    }

    @Test
    void unallocated_are_the_open_lines_with_the_reason_and_the_date_that_loaded_them() {
        assertThat(rows(saturday(), Report.UNALLOCATED))
                .containsExactly("1007,1,CHAIR,5,SHORT,2026-11-20", "1008,1,LAMP,9,NO_SINGLE_BATCH,2026-11-20");
    }

    @Test
    void released_are_the_lines_that_lost_their_batch_and_open_ones_that_were_cancelled() {
        assertThat(rows(saturday(), Report.RELEASED))
                .containsExactly(
                        "1004,1,TABLE,5,PO-2,CANCELLED",
                        "1005,1,DESK,1,,CANCELLED",
                        "1007,1,CHAIR,5,PO-1,BATCH_REDUCED");
    }

    @Test
    void promises_are_the_lines_allocated_before_whose_batch_or_eta_is_another_now() {
        assertThat(rows(saturday(), Report.PROMISES))
                .containsExactly("1003,1,TABLE,4,PO-2,2026-12-01,PO-2,,ARRIVED", "1007,1,CHAIR,5,PO-1,,,,LOST");
    }

    @Test
    void a_promise_says_how_its_date_has_changed() {
        night(FRIDAY)
                .with(
                        Feed.BATCHES,
                        "PO-1,A,1,2026-12-01",
                        "PO-2,B,1,2026-12-01",
                        "PO-3,C,1,",
                        "PO-4,D,1,2026-12-01",
                        "PO-5,E,1,")
                .with(Feed.ORDER_LINES, "1001,,A,1", "1002,,B,1", "1003,,C,1", "1004,,D,1", "1005,,E,1")
                .finish();
        Run run = night(SATURDAY)
                .with(
                        Feed.BATCHES,
                        "PO-1,A,1,2026-12-02",
                        "PO-2,B,1,2026-11-30",
                        "PO-3,C,1,2026-12-01",
                        "PO-4,D,0,2026-12-01",
                        "PO-6,D,1,2026-12-01")
                .allocate();
        assertThat(rows(run, Report.PROMISES))
                .containsExactly(
                        "1001,,A,1,PO-1,2026-12-01,PO-1,2026-12-02,DELAYED",
                        "1002,,B,1,PO-2,2026-12-01,PO-2,2026-11-30,EARLIER",
                        "1003,,C,1,PO-3,,PO-3,2026-12-01,DELAYED",
                        "1004,,D,1,PO-4,2026-12-01,PO-6,2026-12-01,MOVED");
    }

    @Test
    void stock_is_every_batch_by_sku_the_warehouse_first() {
        assertThat(rows(saturday(), Report.STOCK))
                .containsExactly(
                        "PO-1,CHAIR,5,,3,2,0",
                        "PO-5,CHAIR,4,2026-12-09,1,0,3",
                        "PO-4,LAMP,6,,0,0,6",
                        "PO-3,LAMP,5,2026-11-20,2,0,3",
                        "PO-2,TABLE,10,,4,0,6");
    }

    @Test
    void rejects_are_the_rows_that_were_not_accepted_as_they_came() {
        List<List<String>> rejects = new ArrayList<>();
        ports().reports().forEachRow(saturday(), Report.REJECTS, rejects::add);
        assertThat(rejects)
                .extracting(row -> List.of(row.get(0), row.get(1), row.get(2), row.get(4)))
                .containsExactly(
                        List.of("batches.csv", "6", "QUANTITY", "PO-9,LAMP,x,"),
                        List.of("order_lines.csv", "4", "IDENTIFIER", "'=1,1,CHAIR,1"));
        assertThat(rejects).allSatisfy(row -> assertThat(row.get(3)).isNotEmpty());
    }

    @Test
    void totals_count_what_the_run_found_did_and_left() {
        assertThat(totals(saturday()))
                .isEqualTo(new NightTotals(
                        new Lines(
                                new Tally(2, 10),
                                new Tally(1, 1),
                                new Cancelled(new Tally(2, 6), new Tally(1, 1)),
                                new Tally(1, 2),
                                new Released(new Tally(2, 10), new Tally(1, 5)),
                                new Outcome(new Tally(1, 1), Tally.NONE, new Tally(2, 14))),
                        Map.of(ShortageReason.SHORT, new Tally(1, 5), ShortageReason.NO_SINGLE_BATCH, new Tally(1, 9)),
                        new Promises(
                                new Tally(6, 21),
                                new Tally(4, 10),
                                Tally.NONE,
                                new Tally(1, 2),
                                new PromisesBefore(new Tally(2, 5), new Tally(2, 9), new Tally(1, 5), new Tally(1, 2))),
                        new Stock(new Tally(4, 29), new Tally(1, 6), -5, new Tally(5, 30), new Summary.Stock(19, 9, 5)),
                        Map.of(
                                Feed.BATCHES,
                                new FeedUnits(21, 21),
                                Feed.ORDER_LINES,
                                new FeedUnits(1, 1),
                                Feed.DISPATCHES,
                                new FeedUnits(2, 2),
                                Feed.CANCELLATIONS,
                                new FeedUnits(6, 6),
                                Feed.ALLOCATIONS,
                                FeedUnits.NONE,
                                Feed.URGENT,
                                FeedUnits.NONE),
                        new Faults(0, 0)));
    }

    private NightTotals totals(Run run) {
        ReportSource reports = ports().reports();
        return reports.totals(run, reports.lines(run));
    }

    @Test
    void units_of_opening_allocations_count_where_the_promise_was_kept_or_the_line_cancelled() {
        Run run = night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,")
                .with(Feed.ALLOCATIONS, "901,,CHAIR,4,PO-1", "902,,CHAIR,9,PO-1", "903,,CHAIR,1,PO-1")
                .with(Feed.CANCELLATIONS, "903,,CHAIR,1")
                .allocate();
        assertThat(totals(run).feeds())
                .containsEntry(Feed.ALLOCATIONS, new FeedUnits(5, 5))
                .containsEntry(Feed.ORDER_LINES, FeedUnits.NONE);
    }

    @Test
    void units_of_lines_allocated_at_once_count_where_the_promise_was_kept() {
        Run run = night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,")
                .with(Feed.ALLOCATIONS, "901,,CHAIR,4,PO-1", "902,,CHAIR,9,PO-1")
                .with(Feed.URGENT, "U-1,,CHAIR,5,PO-1", "U-2,,CHAIR,2,PO-1")
                .with(Feed.ORDER_LINES, "1001,,CHAIR,1")
                .allocate();
        assertThat(totals(run).feeds())
                .containsEntry(Feed.ALLOCATIONS, new FeedUnits(4, 4))
                .containsEntry(Feed.URGENT, new FeedUnits(5, 5))
                .containsEntry(Feed.ORDER_LINES, new FeedUnits(1, 1));
        assertThat(rows(run, Report.ALLOCATIONS))
                .containsExactly("901,,CHAIR,4,PO-1,", "U-1,,CHAIR,5,PO-1,", "1001,,CHAIR,1,PO-1,");
    }

    @Test
    void a_batch_with_more_lines_than_it_can_hold_is_a_fault() {
        Run run = night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,1,", "PO-2,CHAIR,9,")
                .with(Feed.ORDER_LINES, "1001,,CHAIR,2")
                .takeEffect();
        try (Turns turns = ports().batches().turns(run)) {
            Turn turn = Objects.requireNonNull(turns.next(), "one waits");
            Demand one = new Demand(turn.demand().turn(), 1);
            int first = ((Allocated) turn.stock().allocate(one)).batchId();
            ports().batches().record(run, List.of(new Allocated(turn.demand(), first)));
        }
        assertThat(totals(run).faults()).isEqualTo(new Faults(1, 0));
    }

    @Test
    void detail_counts_what_only_the_page_shows() {
        Run saturday = saturday();
        assertThat(ports().reports().detail(saturday))
                .isEqualTo(new NightDetail(
                        2,
                        List.of(
                                new ShortSku("LAMP", new Tally(1, 9), FRIDAY, 9, null, FRIDAY),
                                new ShortSku("CHAIR", new Tally(1, 5), FRIDAY, 3, LocalDate.of(2026, 12, 9), null)),
                        Map.of(
                                Place.WAREHOUSE,
                                new Holding(3, 19, new Tally(2, 7)),
                                Place.DUE,
                                new Holding(1, 4, new Tally(1, 1)),
                                Place.OVERDUE,
                                new Holding(1, 5, new Tally(1, 2))),
                        new TreeMap<>(Map.of(FRIDAY, new Tally(2, 14))),
                        Map.of("ARRIVED", new Tally(1, 4), "LOST", new Tally(1, 5)),
                        List.of(
                                new Rejected("batches.csv", "QUANTITY", 1),
                                new Rejected("order_lines.csv", "IDENTIFIER", 1))));
    }

    @Test
    void of_many_short_skus_those_with_the_most_open_units_are_named() {
        String[] lines = new String[12];
        for (int sku = 0; sku < lines.length; sku++) {
            lines[sku] = "1001,,SKU-%02d,%d".formatted(sku, sku + 1);
        }
        Run run = night(FRIDAY).with(Feed.ORDER_LINES, lines).allocate();
        NightDetail detail = ports().reports().detail(run);
        assertThat(detail.shortSkus()).isEqualTo(12);
        assertThat(detail.worst())
                .extracting(ShortSku::sku)
                .hasSize(10)
                .startsWith("SKU-11", "SKU-10")
                .endsWith("SKU-02");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CONTROL_TOTALS")
    void the_hash_total_of_a_report_is_that_of_its_rows(Report report) {
        Run saturday = saturday();
        long[] sum = new long[1];
        String total = ports().reports().forEachRow(saturday, report, row -> sum[0] += InMemoryReportSource.hash(row));
        assertThat(total).isEqualTo(String.valueOf(sum[0]));
        assertThat(sum[0]).isNotZero();
    }

    @Test
    void what_nobody_is_told_has_the_hash_total_zero() {
        Run run = night(FRIDAY).allocate();
        assertThat(ports().reports().forEachRow(run, Report.STOCK, row -> {})).isEqualTo("0");
    }

    @Test
    void warnings_come_in_their_order_and_of_very_many_how_many_more_there_are() {
        Run run = night(FRIDAY).takeEffect();
        for (int number = 1; number <= 1000; number++) {
            ports().runs().warn(run, "warning " + number);
        }
        assertThat(ports().reports().warnings(run)).hasSize(1000).startsWith("warning 1", "warning 2");
        ports().runs().warn(run, "warning 1001");
        ports().runs().warn(run, "warning 1002");
        assertThat(ports().reports().warnings(run)).hasSize(1001).endsWith("warning 1000", "and 2 more");
    }

    private PortNight night(LocalDate date) {
        return new PortNight(ports(), date);
    }

    /** A night in which something of everything happens, after one that allocated. */
    private Run saturday() {
        night(FRIDAY)
                .with(
                        Feed.BATCHES,
                        "PO-1,CHAIR,10,",
                        "PO-2,TABLE,10,2026-12-01",
                        "PO-3,LAMP,5,2026-11-20",
                        "PO-5,CHAIR,4,2026-12-09")
                .with(
                        Feed.ORDER_LINES,
                        "1001,1,CHAIR,2",
                        "1002,1,CHAIR,3",
                        "1003,1,TABLE,4",
                        "1004,1,TABLE,5",
                        "1005,1,DESK,1",
                        "1006,,LAMP,2",
                        "1007,1,CHAIR,5",
                        "1008,1,LAMP,9")
                .finish();
        return night(SATURDAY)
                .with(
                        Feed.BATCHES,
                        "PO-1,CHAIR,5,",
                        "PO-2,TABLE,10,",
                        "PO-4,LAMP,6,",
                        "PO-3,LAMP,5,2026-11-20",
                        "PO-9,LAMP,x,")
                .with(Feed.ORDER_LINES, "1009,1,CHAIR,1", "1001,1,CHAIR,2", "=1,1,CHAIR,1")
                .with(Feed.DISPATCHES, "1001,1,CHAIR,2")
                .with(Feed.CANCELLATIONS, "1004,1,TABLE,5", "1005,1,DESK,1")
                .allocate();
    }

    private List<String> rows(Run run, Report report) {
        return PortNight.rows(ports(), run, report).toList();
    }
}
