package nightfill.application.night;

import static nightfill.application.problem.Problems.failed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.application.figures.RunFigures;
import nightfill.application.night.BatchRepository.Turns;
import nightfill.application.night.Ledger.EarlierPromise;
import nightfill.application.night.Ledger.ReducedBatchLine;
import nightfill.application.report.Report;
import nightfill.domain.allocation.Demand;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.Turn;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.night.Resemblance;
import nightfill.domain.night.Resemblance.Alike;
import nightfill.domain.night.Resemblance.Pair;
import nightfill.domain.run.Purchasing;
import nightfill.domain.run.Run;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.Terms;
import nightfill.domain.shrinkage.Shrinkage;
import nightfill.domain.shrinkage.Shrinkage.Amount;
import nightfill.domain.shrinkage.Shrinkage.FeedRows;
import nightfill.domain.shrinkage.Shrinkage.Snapshot;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.Test;

/** What every ledger must do with the staged rows of a run. */
public abstract class LedgerContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final LocalDate SUNDAY = FRIDAY.plusDays(2);

    protected abstract NightPorts ports();

    @Test
    void lines_get_their_turns_in_the_order_of_the_feeds_those_of_opening_allocations_first() {
        Run run = night(FRIDAY)
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,5", "1000,1,CHAIR,2")
                .with(Feed.ALLOCATIONS, "900,1,CHAIR,1,PO-1")
                .begin();
        assertThat(waiting(run)).containsExactly(new Demand(1, 1), new Demand(2, 5), new Demand(3, 2));
    }

    @Test
    void turns_go_on_behind_those_of_earlier_nights() {
        night(FRIDAY)
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,5", "1002,x,,", "1003,1,CHAIR,5")
                .finish();
        Run run = night(SATURDAY).with(Feed.ORDER_LINES, "1004,1,CHAIR,5").begin();
        assertThat(waiting(run)).containsExactly(new Demand(1, 5), new Demand(3, 5), new Demand(4, 5));
    }

    @Test
    void lines_that_are_repeated_known_or_cancelled_before_are_not_loaded_again() {
        night(FRIDAY).with(Feed.ORDER_LINES, "1001,1,CHAIR,5", "1002,1,CHAIR,5").finish();
        night(SATURDAY).with(Feed.CANCELLATIONS, "1002,1,CHAIR,5").finish();
        Run run = night(SUNDAY)
                .with(
                        Feed.ORDER_LINES,
                        "1003,1,CHAIR,5",
                        "1001,1,CHAIR,5",
                        "1002,1,CHAIR,5",
                        "1003,1,CHAIR,5",
                        "1004,1,CHAIR,x")
                .takeEffect();
        assertThat(rejects(run))
                .containsExactly(
                        "order_lines.csv 4 CANCELLED_BEFORE",
                        "order_lines.csv 5 REPEATED",
                        "order_lines.csv 6 QUANTITY");
        assertThat(counts(run)).containsExactly("order_lines 5 = 1 applied, 1 duplicate, 0 superseded, 3 rejected");
        assertThat(waiting(run)).extracting(Demand::turn).containsExactly(1L, 3L);
    }

    @Test
    void an_order_line_known_with_other_data_is_loaded_and_pointed_out() {
        night(FRIDAY).with(Feed.ORDER_LINES, "1001,1,CHAIR,5", "1002,,CHAIR,5").finish();
        Run run = night(SATURDAY)
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,6", "1002,,CHAIR,6", "1003,1,CHAIR,1")
                .begin();
        assertThat(waiting(run)).hasSize(5);
        assertThat(warnings(run)).singleElement().asString().contains("1001");
    }

    @Test
    void new_lines_are_compared_with_earlier_ones_of_their_orders() {
        night(FRIDAY)
                .with(
                        Feed.ORDER_LINES,
                        "1,,CHAIR,5",
                        "2,7,CHAIR,5",
                        "3,1,CHAIR,5",
                        "3,2,CHAIR,6",
                        "4,1,CHAIR,5",
                        "5,1,CHAIR,5",
                        "5,2,CHAIR,5",
                        "5,3,CHAIR,6")
                .finish();
        Run run = night(SATURDAY)
                .with(
                        Feed.ORDER_LINES,
                        "1,1,CHAIR,5",
                        "1,2,CHAIR,6",
                        "2,,CHAIR,5",
                        "3,,CHAIR,7",
                        "4,1,CHAIR,5",
                        "4,,TABLE,5",
                        "5,,CHAIR,5",
                        "9,,CHAIR,5",
                        "9,1,CHAIR,5")
                .takeEffect();
        assertThat(ports().ledger().resemblance(run))
                .isEqualTo(new Resemblance(
                        8,
                        alike(
                                pair(ordered("1", "1", 5), ordered("1", "", 5)),
                                pair(ordered("2", "", 5), ordered("2", "7", 5)),
                                pair(ordered("5", "", 5), ordered("5", "2", 5))),
                        alike(pair(ordered("3", "", 7), ordered("3", "2", 6)))));
    }

    @Test
    void a_line_that_is_cancelled_resembles_none() {
        night(FRIDAY)
                .with(Feed.ORDER_LINES, "1,,CHAIR,5", "2,1,CHAIR,5", "3,1,CHAIR,5", "4,1,CHAIR,5", "5,1,CHAIR,5")
                .with(Feed.CANCELLATIONS, "2,1,CHAIR,5")
                .finish();
        Run run = night(SATURDAY)
                .with(Feed.ORDER_LINES, "1,1,CHAIR,5", "2,,CHAIR,5", "3,,CHAIR,6", "4,2,CHAIR,5", "5,,CHAIR,6")
                .with(Feed.CANCELLATIONS, "1,,CHAIR,5", "3,1,CHAIR,5", "4,2,CHAIR,5", "5,,CHAIR,6")
                .takeEffect();
        assertThat(ports().ledger().resemblance(run).renumbered().lines()).isZero();
        assertThat(ports().ledger().resemblance(run).changed().lines()).isZero();
    }

    @Test
    void goods_that_have_left_can_be_promised_twice_as_well() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,9,")
                .with(Feed.ORDER_LINES, "1,,CHAIR,5")
                .finish();
        Run run = night(SATURDAY)
                .with(Feed.ORDER_LINES, "1,1,CHAIR,5")
                .with(Feed.DISPATCHES, "1,,CHAIR,5")
                .takeEffect();
        assertThat(ports().ledger().resemblance(run).renumbered().lines()).isEqualTo(1);
    }

    @Test
    void the_first_thousand_lines_that_resemble_earlier_ones_are_named() {
        night(FRIDAY).with(Feed.ORDER_LINES, numbered(1002, "")).finish();
        Run run = night(SATURDAY).with(Feed.ORDER_LINES, numbered(1002, "1")).takeEffect();
        Resemblance resemblance = ports().ledger().resemblance(run);
        assertThat(resemblance.renumbered().lines()).isEqualTo(1002);
        assertThat(resemblance.renumbered().first())
                .hasSize(1000)
                .extracting(pair -> pair.line().orderId())
                .startsWith("1002", "1001", "1000");
        assertThat(ports().ledger().resemblance(run)).isEqualTo(resemblance);
    }

    @Test
    void on_the_first_night_no_line_resembles_another() {
        Run run = night(FRIDAY)
                .with(Feed.ORDER_LINES, "1,,CHAIR,5", "1,1,CHAIR,5")
                .takeEffect();
        assertThat(ports().ledger().resemblance(run).renumbered().lines()).isZero();
    }

    @Test
    void skus_are_known_by_their_batches_and_open_lines() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,9,", "PO-2,1E+5,9,")
                .with(Feed.ORDER_LINES, "1,1,CHAIR,1", "2,1,SOFA,1", "3,1,RUG,1", "4,1,2E+5,1", "7,1,BED,1")
                .with(Feed.DISPATCHES, "7,1,BED,1")
                .with(Feed.CANCELLATIONS, "3,1,RUG,1")
                .finish();
        Run run = night(SATURDAY)
                .with(Feed.BATCHES, "PO-3,3E+5,9,", "PO-4,4E+5,x,", "PO-1,5E+5,9,")
                .with(Feed.ORDER_LINES, "5,1,2E+5,2", "6,1,LAMP,1")
                .with(Feed.DISPATCHES, "1,1,6E+5,1")
                .with(Feed.CANCELLATIONS, "2,1,7E+5,1")
                .takeEffect();
        Ledger.Skus skus = ports().ledger().skus(run);
        List<String> known = new ArrayList<>();
        skus.forEachWithBatch(known::add);
        assertThat(known).containsExactlyInAnyOrder("1E+5", "3E+5", "CHAIR");
        assertThat(skus.withoutBatch()).containsExactly("2E+5", "BED", "LAMP", "RUG", "SOFA");
        assertThat(skus.waiting(List.of("SOFA", "RUG", "LAMP", "BED", "NONE"))).containsExactly("LAMP", "SOFA");
        assertThat(skus.waiting(List.of())).isEmpty();
        assertThat(skus.fedWith("+")).containsExactly("2E+5", "3E+5", "5E+5", "6E+5", "7E+5");
    }

    private static String[] numbered(int orders, String number) {
        return IntStream.range(0, orders)
                .mapToObj(order -> "%d,%s,CHAIR,5".formatted(orders - order, number))
                .toArray(String[]::new);
    }

    private static Alike alike(Pair... pairs) {
        return new Alike(pairs.length, List.of(pairs));
    }

    private static Pair pair(OrderLine line, OrderLine earlier) {
        return new Pair(line, earlier);
    }

    private static OrderLine ordered(String order, String number, int quantity) {
        return new OrderLine(order, number, "CHAIR", quantity);
    }

    @Test
    void dispatched_lines_keep_their_batch_and_are_dispatched_once() {
        fridayWithOneAllocatedAndOneOpen();
        Run run = night(SATURDAY)
                .with(Feed.DISPATCHES, "1001,1,CHAIR,5", "1002,1,CHAIR,50", "1009,1,CHAIR,5", "1001,1,CHAIR,5")
                .takeEffect();
        assertThat(rejects(run)).containsExactly("dispatches.csv 4 UNKNOWN_LINE");
        assertThat(counts(run)).containsExactly("dispatches 4 = 2 applied, 1 duplicate, 0 superseded, 1 rejected");
        assertThat(stock(run)).containsExactly("PO-1,CHAIR,10,,0,5,5");
        Run next = next(run, night(SUNDAY).with(Feed.DISPATCHES, "1001,1,CHAIR,5"));
        assertThat(counts(next)).containsExactly("dispatches 1 = 0 applied, 1 duplicate, 0 superseded, 0 rejected");
    }

    @Test
    void a_dispatch_from_a_batch_at_sea_is_pointed_out_unless_tonight_says_that_it_has_arrived() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,2026-12-01", "PO-2,TABLE,10,2026-12-01")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,5", "1002,1,TABLE,5")
                .finish();
        Run run = night(SATURDAY)
                .with(Feed.BATCHES, "PO-2,TABLE,10,")
                .with(Feed.DISPATCHES, "1001,1,CHAIR,5", "1002,1,TABLE,5")
                .takeEffect();
        assertThat(warnings(run)).singleElement().asString().contains("1001", "PO-1", "2026-12-01");
    }

    @Test
    void cancelled_lines_lose_their_batch_and_are_cancelled_once() {
        fridayWithOneAllocatedAndOneOpen();
        Run run = night(SATURDAY)
                .with(Feed.CANCELLATIONS, "1001,1,CHAIR,5", "1002,1,CHAIR,50", "1009,1,CHAIR,5", "1001,1,CHAIR,5")
                .takeEffect();
        assertThat(rejects(run)).containsExactly("cancellations.csv 4 UNKNOWN_LINE");
        assertThat(counts(run)).containsExactly("cancellations 4 = 2 applied, 1 duplicate, 0 superseded, 1 rejected");
        assertThat(stock(run)).containsExactly("PO-1,CHAIR,10,,0,0,10");
        assertThat(waiting(run)).isEmpty();
        assertThat(rows(run, Report.RELEASED))
                .containsExactly("1001,1,CHAIR,5,PO-1,CANCELLED", "1002,1,CHAIR,50,,CANCELLED");
        Run next = next(run, night(SUNDAY).with(Feed.CANCELLATIONS, "1001,1,CHAIR,5"));
        assertThat(counts(next)).containsExactly("cancellations 1 = 0 applied, 1 duplicate, 0 superseded, 0 rejected");
    }

    @Test
    void a_line_dispatched_tonight_or_before_is_not_cancelled_and_a_cancelled_one_not_dispatched() {
        fridayWithOneAllocatedAndOneOpen();
        Run run = night(SATURDAY)
                .with(Feed.DISPATCHES, "1001,1,CHAIR,5")
                .with(Feed.CANCELLATIONS, "1001,1,CHAIR,5", "1002,1,CHAIR,50")
                .takeEffect();
        assertThat(rejects(run)).containsExactly("cancellations.csv 2 DISPATCHED");
        Run next = next(
                run, night(SUNDAY).with(Feed.DISPATCHES, "1002,1,CHAIR,50").with(Feed.CANCELLATIONS, "1001,1,CHAIR,5"));
        assertThat(rejects(next)).containsExactly("dispatches.csv 2 NOT_ALLOCATED", "cancellations.csv 2 DISPATCHED");
    }

    @Test
    void lines_ordered_and_cancelled_in_the_same_night_never_wait() {
        Run run = night(FRIDAY)
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,5")
                .with(Feed.CANCELLATIONS, "1001,1,CHAIR,5")
                .takeEffect();
        assertThat(waiting(run)).isEmpty();
        assertThat(counts(run))
                .containsExactly(
                        "order_lines 1 = 1 applied, 0 duplicate, 0 superseded, 0 rejected",
                        "cancellations 1 = 1 applied, 0 duplicate, 0 superseded, 0 rejected");
    }

    @Test
    void a_late_night_cancels_what_a_later_date_could_not_find() {
        night(SATURDAY).with(Feed.CANCELLATIONS, "1001,1,CHAIR,5").finish();
        Run run = night(FRIDAY)
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,5", "1002,1,CHAIR,5")
                .takeEffect();
        assertThat(waiting(run)).extracting(Demand::turn).containsExactly(2L);
        assertThat(counts(run)).containsExactly("order_lines 2 = 2 applied, 0 duplicate, 0 superseded, 0 rejected");
    }

    @Test
    void a_night_in_its_order_heeds_no_earlier_date() {
        night(FRIDAY).with(Feed.CANCELLATIONS, "1001,1,CHAIR,5").finish();
        Run run = night(SATURDAY).with(Feed.ORDER_LINES, "1001,1,CHAIR,5").takeEffect();
        assertThat(waiting(run)).hasSize(1);
    }

    @Test
    void the_dispatch_of_an_open_line_takes_effect_behind_its_turn() {
        night(FRIDAY)
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,5", "1002,1,CHAIR,50")
                .finish();
        Run run = night(SATURDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,12,")
                .with(Feed.ORDER_LINES, "1003,1,CHAIR,6", "1004,1,CHAIR,2")
                .with(
                        Feed.DISPATCHES,
                        "1002,1,CHAIR,50",
                        "1001,1,CHAIR,5",
                        "1003,1,CHAIR,6",
                        "1001,1,CHAIR,5",
                        "1004,1,CHAIR,2")
                .with(Feed.CANCELLATIONS, "1001,1,CHAIR,5", "1003,1,CHAIR,6")
                .allocate();
        for (int again = 0; again < 2; again++) {
            assertThat(rejects(run))
                    .containsExactly(
                            "dispatches.csv 2 NOT_ALLOCATED",
                            "dispatches.csv 6 NOT_ALLOCATED",
                            "cancellations.csv 2 DISPATCHED",
                            "cancellations.csv 3 DISPATCHED");
            assertThat(counts(run)).contains("dispatches 5 = 2 applied, 1 duplicate, 0 superseded, 2 rejected");
            assertThat(stock(run)).containsExactly("PO-1,CHAIR,12,,0,11,1");
            assertThat(waiting(run)).isEmpty();
            ports().ledger().settleDispatches(run);
        }
    }

    @Test
    void what_left_without_a_batch_is_as_good_as_dispatched() {
        night(FRIDAY)
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,5")
                .with(Feed.DISPATCHES, "1001,1,CHAIR,5")
                .finish();
        Run run = night(SATURDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,12,")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,5")
                .with(Feed.DISPATCHES, "1001,1,CHAIR,5")
                .with(Feed.CANCELLATIONS, "1001,1,CHAIR,5")
                .allocate();
        assertThat(rejects(run)).containsExactly("cancellations.csv 2 DISPATCHED");
        assertThat(counts(run))
                .contains(
                        "order_lines 1 = 0 applied, 1 duplicate, 0 superseded, 0 rejected",
                        "dispatches 1 = 0 applied, 1 duplicate, 0 superseded, 0 rejected");
        assertThat(stock(run)).containsExactly("PO-1,CHAIR,12,,0,0,12");
    }

    @Test
    void by_the_first_rules_an_open_line_is_not_dispatched() {
        night(FRIDAY)
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,5", "1002,1,CHAIR,50")
                .finish();
        Run run = night(SATURDAY)
                .on(new Terms("", Set.of(), true, Rules.ONE, Purchasing.FORMER))
                .with(Feed.BATCHES, "PO-1,CHAIR,12,")
                .with(Feed.DISPATCHES, "1001,1,CHAIR,5", "1002,1,CHAIR,50", "1001,1,CHAIR,5")
                .allocate();
        assertThat(rejects(run))
                .containsExactly(
                        "dispatches.csv 2 NOT_ALLOCATED",
                        "dispatches.csv 3 NOT_ALLOCATED",
                        "dispatches.csv 4 NOT_ALLOCATED");
        assertThat(stock(run)).containsExactly("PO-1,CHAIR,12,,5,0,7");
    }

    @Test
    void a_late_night_dispatches_behind_its_allocation_what_a_later_date_could_not_find() {
        night(SATURDAY)
                .with(Feed.DISPATCHES, "1001,1,CHAIR,5", "1002,1,CHAIR,50")
                .finish();
        Run run = night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,5", "1002,1,CHAIR,50")
                .allocate();
        assertThat(stock(run)).containsExactly("PO-1,CHAIR,10,,0,5,5");
        assertThat(warnings(run)).singleElement().asString().contains("1002");
        ports().ledger().settleDispatches(run);
        assertThat(warnings(run)).hasSize(1);
    }

    @Test
    void what_a_late_night_cannot_dispatch_is_told_as_what_became_of_it() {
        night(SATURDAY)
                .with(Feed.DISPATCHES, "1001,1,CHAIR,5", "1002,1,CHAIR,50")
                .finish();
        Run run = night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,5", "1002,1,CHAIR,50")
                .with(Feed.CANCELLATIONS, "1001,1,CHAIR,5")
                .allocate();
        assertThat(stock(run)).containsExactly("PO-1,CHAIR,10,,0,0,10");
        assertThat(warnings(run))
                .satisfiesExactly(
                        cancelled -> assertThat(cancelled)
                                .contains("order 1001 line 1", "stays without effect, for the line was cancelled"),
                        closed -> assertThat(closed)
                                .contains("order 1002 line 1", "its goods have left, so it is closed"));
    }

    @Test
    void what_a_late_night_cannot_dispatch_is_told_line_by_line_whatever_named_it_first() {
        night(SUNDAY).with(Feed.DISPATCHES, "1002,1,CHAIR,50").finish();
        night(SATURDAY)
                .with(Feed.DISPATCHES, "1003,1,CHAIR,50", "1001,1,CHAIR,50")
                .finish();
        Run run = night(FRIDAY)
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,50", "1002,1,CHAIR,50", "1003,1,CHAIR,50")
                .allocate();
        assertThat(warnings(run))
                .satisfiesExactly(
                        first -> assertThat(first).contains("order 1001 line 1"),
                        second -> assertThat(second).contains("order 1002 line 1"),
                        third -> assertThat(third).contains("order 1003 line 1"));
    }

    @Test
    void only_an_unfinished_run_dispatches_belated_lines() {
        Run run = night(FRIDAY).finish();
        failed(() -> ports().ledger().settleDispatches(run));
    }

    @Test
    void batches_become_known_and_change() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,2026-12-01", "PO-2,CHAIR,3,")
                .finish();
        Run run = night(SATURDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,12,2026-12-05", "PO-2,CHAIR,3,", "PO-3,LAMP,7,", "PO-3,LAMP,7,")
                .takeEffect();
        assertThat(stock(run))
                .containsExactly("PO-2,CHAIR,3,,0,0,3", "PO-1,CHAIR,12,2026-12-05,0,0,12", "PO-3,LAMP,7,,0,0,7");
        assertThat(counts(run)).containsExactly("batches 4 = 2 applied, 2 duplicate, 0 superseded, 0 rejected");
    }

    @Test
    void rows_that_are_wrong_about_a_batch_are_rejected() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,CHAIR,3,")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,5")
                .finish();
        Run run = night(SATURDAY)
                .with(
                        Feed.BATCHES,
                        "PO-2,TABLE,3,",
                        "PO-1,CHAIR,4,",
                        "PO-3,LAMP,7,",
                        "PO-3,LAMP,8,",
                        "PO-4,LAMP,1,soon")
                .with(Feed.DISPATCHES, "1001,1,CHAIR,5")
                .takeEffect();
        assertThat(rejects(run))
                .containsExactly(
                        "batches.csv 2 SKU_CHANGED",
                        "batches.csv 3 BELOW_DISPATCHED",
                        "batches.csv 4 AMBIGUOUS",
                        "batches.csv 5 AMBIGUOUS",
                        "batches.csv 6 DATE");
        assertThat(stock(run)).containsExactly("PO-1,CHAIR,10,,0,5,5", "PO-2,CHAIR,3,,0,0,3");
    }

    @Test
    void goods_at_sea_without_a_date_are_neither_in_the_warehouse_nor_dated() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,unknown", "PO-2,CHAIR,3,2199-12-31", "PO-3,CHAIR,3,")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,5")
                .finish();
        Run run = night(SATURDAY)
                .with(
                        Feed.BATCHES,
                        "PO-1,CHAIR,10,Unknown",
                        "PO-2,CHAIR,3,unknown",
                        "PO-4,LAMP,7,",
                        "PO-4,LAMP,7,unknown")
                .with(Feed.DISPATCHES, "1001,1,CHAIR,5")
                .takeEffect();
        assertThat(stock(run))
                .containsExactly("PO-3,CHAIR,3,,0,0,3", "PO-1,CHAIR,10,unknown,0,5,5", "PO-2,CHAIR,3,unknown,0,0,3");
        assertThat(rejects(run)).containsExactly("batches.csv 4 AMBIGUOUS", "batches.csv 5 AMBIGUOUS");
        assertThat(counts(run))
                .containsExactly(
                        "batches 4 = 1 applied, 1 duplicate, 0 superseded, 2 rejected",
                        "dispatches 1 = 1 applied, 0 duplicate, 0 superseded, 0 rejected");
        assertThat(warnings(run)).singleElement().asString().contains("PO-1", "still at sea (ETA unknown)");
    }

    @Test
    void a_late_nights_word_about_a_batch_yields_to_that_of_a_later_date() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,CHAIR,10,", "PO-3,CHAIR,10,")
                .finish();
        night(SUNDAY).with(Feed.BATCHES, "PO-1,CHAIR,11,", "PO-2,CHAIR,10,").finish();
        Run run = night(SATURDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,12,", "PO-2,CHAIR,12,", "PO-3,CHAIR,12,")
                .takeEffect();
        assertThat(stock(run))
                .containsExactly("PO-1,CHAIR,11,,0,0,11", "PO-2,CHAIR,10,,0,0,10", "PO-3,CHAIR,12,,0,0,12");
        assertThat(counts(run)).containsExactly("batches 3 = 1 applied, 0 duplicate, 2 superseded, 0 rejected");
    }

    @Test
    void a_batch_that_a_list_of_all_batches_lacks_has_what_has_left_and_no_more() {
        night(FRIDAY)
                .with(
                        Feed.BATCHES,
                        "PO-1,CHAIR,10,2026-12-01",
                        "PO-2,TABLE,10,",
                        "PO-3,LAMP,10,",
                        "PO-4,DESK,0,",
                        "PO-5,SOFA,5,")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,5", "1002,1,CHAIR,4", "1003,1,TABLE,3")
                .finish();
        Run run = snapshot(SATURDAY)
                .with(Feed.BATCHES, "PO-2,TABLE,10,", "PO-3,LAMP,x,", "PO-5,SOFA", "PO-6,RUG,2,")
                .with(Feed.DISPATCHES, "1001,1,CHAIR,5")
                .takeEffect();
        assertThat(stock(run))
                .containsExactly(
                        "PO-1,CHAIR,5,2026-12-01,0,5,0",
                        "PO-4,DESK,0,,0,0,0",
                        "PO-3,LAMP,10,,0,0,10",
                        "PO-6,RUG,2,,0,0,2",
                        "PO-5,SOFA,5,,0,0,5",
                        "PO-2,TABLE,10,,3,0,7");
        assertThat(rows(run, Report.RELEASED)).containsExactly("1002,1,CHAIR,4,PO-1,BATCH_REDUCED");
        assertThat(counts(run))
                .containsExactly(
                        "batches 4 = 1 applied, 1 duplicate, 0 superseded, 2 rejected",
                        "dispatches 1 = 1 applied, 0 duplicate, 0 superseded, 0 rejected");
        assertThat(ports().ledger().shrinkage(run).snapshot()).isEqualTo(new Snapshot(4, 4, 1));
    }

    @Test
    void a_list_without_a_row_empties_all() {
        night(FRIDAY).with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,CHAIR,3,").finish();
        Run run = snapshot(SATURDAY).with(Feed.BATCHES).takeEffect();
        assertThat(stock(run)).containsExactly("PO-1,CHAIR,0,,0,0,0", "PO-2,CHAIR,0,,0,0,0");
        assertThat(ports().ledger().shrinkage(run).snapshot()).isEqualTo(new Snapshot(0, 2, 2));
        Run next = next(run, snapshot(SUNDAY).with(Feed.BATCHES));
        assertThat(ports().ledger().shrinkage(next).snapshot()).isEqualTo(Snapshot.NONE);
    }

    @Test
    void a_late_list_empties_nothing_of_which_a_later_date_has_spoken() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,CHAIR,10,", "PO-3,CHAIR,10,")
                .finish();
        night(SUNDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,11,", "PO-2,CHAIR,10,", "PO-4,CHAIR,1,")
                .finish();
        Run run = snapshot(SATURDAY).with(Feed.BATCHES, "PO-5,CHAIR,1,").takeEffect();
        assertThat(stock(run))
                .containsExactly(
                        "PO-1,CHAIR,11,,0,0,11",
                        "PO-2,CHAIR,10,,0,0,10",
                        "PO-3,CHAIR,0,,0,0,0",
                        "PO-4,CHAIR,1,,0,0,1",
                        "PO-5,CHAIR,1,,0,0,1");
    }

    @Test
    void after_a_later_dates_list_of_all_batches_a_late_night_changes_none() {
        night(FRIDAY).with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,CHAIR,10,").finish();
        snapshot(SUNDAY).with(Feed.BATCHES, "PO-1,CHAIR,10,").finish();
        Run run = snapshot(SATURDAY)
                .with(Feed.BATCHES, "PO-2,CHAIR,10,", "PO-3,CHAIR,10,")
                .takeEffect();
        assertThat(stock(run)).containsExactly("PO-1,CHAIR,10,,0,0,10", "PO-2,CHAIR,0,,0,0,0");
        assertThat(counts(run)).containsExactly("batches 2 = 0 applied, 0 duplicate, 2 superseded, 0 rejected");
    }

    private PortNight snapshot(LocalDate date) {
        return night(date).on(Terms.USUAL.with(new Purchasing(BatchFeed.SNAPSHOT, 30)));
    }

    @Test
    void the_undispatched_lines_of_reduced_batches_are_told_newest_first_with_what_each_batch_has() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,TABLE,10,")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,2", "1002,1,CHAIR,3", "1003,1,CHAIR,4", "1004,1,TABLE,10")
                .finish();
        Run run = night(SATURDAY)
                .with(Feed.DISPATCHES, "1001,1,CHAIR,2")
                .with(Feed.BATCHES, "PO-1,CHAIR,5,")
                .begin();
        ports().ledger().dispatchLines(run);
        ports().ledger().cancelLines(run);
        ports().ledger().takeBatches(run);
        List<ReducedBatchLine> lines = new ArrayList<>();
        ports().ledger().forEachLineOfReducedBatches(run, lines::add);
        assertThat(lines).extracting(ReducedBatchLine::purchased).containsExactly(5L, 5L);
        assertThat(lines).extracting(ReducedBatchLine::allocated).containsExactly(9L, 9L);
        assertThat(lines)
                .extracting(ReducedBatchLine::line)
                .containsExactly(line(3, "1003", "CHAIR", 4), line(2, "1002", "CHAIR", 3));
        assertThat(lines.stream().map(ReducedBatchLine::batchId).distinct()).hasSize(1);
    }

    @Test
    void released_lines_are_open_again_in_their_old_place() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,2", "1002,1,CHAIR,8")
                .finish();
        Run run = night(SATURDAY).with(Feed.ORDER_LINES, "1003,1,CHAIR,1").begin();
        ports().ledger().release(run, List.of(line(2, "1002", "CHAIR", 8)));
        ports().ledger().release(run, List.of());
        assertThat(waiting(run)).extracting(Demand::turn).containsExactly(2L, 3L);
        assertThat(stock(run)).containsExactly("PO-1,CHAIR,10,,2,0,8");
        assertThat(rows(run, Report.RELEASED)).containsExactly("1002,1,CHAIR,8,PO-1,BATCH_REDUCED");
    }

    @Test
    void opening_promises_are_told_batch_by_batch_in_feed_order_with_what_the_batch_has() {
        Run run = openings();
        List<EarlierPromise> promises = new ArrayList<>();
        ports().ledger().forEachEarlierPromise(run, promises::add);
        assertThat(promises).extracting(EarlierPromise::row).containsExactly(2, 6, 1);
        assertThat(promises)
                .extracting(EarlierPromise::line)
                .containsExactly(line(2, "902", "CHAIR", 4), line(6, "906", "CHAIR", 9), line(1, "901", "TABLE", 3));
        assertThat(promises)
                .extracting(promise ->
                        promise.supply().reference() + " " + promise.supply().available())
                .containsExactly("PO-1 10", "PO-1 10", "PO-2 20");
        assertThat(rejects(run)).containsExactly("allocations.csv 4 UNKNOWN_BATCH", "allocations.csv 5 DOES_NOT_FIT");
    }

    @Test
    void an_opening_promise_that_is_rejected_leaves_its_line_open() {
        Run run = openings();
        List<EarlierPromise> promises = new ArrayList<>();
        ports().ledger().forEachEarlierPromise(run, promises::add);
        ports().ledger().rejectPromise(run, promises.get(1));
        assertThat(rejects(run)).contains("allocations.csv 7 DOES_NOT_FIT").hasSize(3);
        assertThat(waiting(run)).extracting(Demand::turn).contains(6L);
    }

    @Test
    void lines_allocated_at_once_have_their_turn_before_the_nights_own_and_keep_their_batch() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,CHAIR,10,2026-12-01")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,4")
                .finish();
        Run run = night(SATURDAY)
                .with(Feed.BATCHES, "PO-0,CHAIR,10,")
                .with(
                        Feed.URGENT,
                        "U-1,1,CHAIR,5,PO-1",
                        "U-2,1,CHAIR,9,PO-2",
                        "U-3,1,CHAIR,2,PO-1",
                        "U-4,1,CHAIR,2,PO-9",
                        "U-5,1,CHAIR,1,PO-1")
                .with(Feed.ORDER_LINES, "1002,1,CHAIR,1", "U-1,1,CHAIR,5")
                .with(Feed.CANCELLATIONS, "U-5,1,CHAIR,1")
                .takeEffect();
        assertThat(counts(run))
                .containsExactly(
                        "batches 1 = 1 applied, 0 duplicate, 0 superseded, 0 rejected",
                        "order_lines 2 = 1 applied, 1 duplicate, 0 superseded, 0 rejected",
                        "cancellations 1 = 1 applied, 0 duplicate, 0 superseded, 0 rejected",
                        "urgent 5 = 3 applied, 0 duplicate, 0 superseded, 2 rejected");
        assertThat(stock(run))
                .containsExactly("PO-0,CHAIR,10,,0,0,10", "PO-1,CHAIR,10,,9,0,1", "PO-2,CHAIR,10,2026-12-01,9,0,1");
        assertThat(rejects(run)).containsExactly("urgent.csv 4 DOES_NOT_FIT", "urgent.csv 5 UNKNOWN_BATCH");
        assertThat(waiting(run)).extracting(Demand::turn).containsExactly(4L, 5L, 7L);
    }

    @Test
    void opening_allocations_count_as_applied_where_their_promise_is_kept() {
        Run run = night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,")
                .with(Feed.ALLOCATIONS, "901,1,CHAIR,4,PO-1", "902,1,CHAIR,9,PO-1", "903,1,CHAIR,1,PO-1")
                .with(Feed.ORDER_LINES, "903,1,CHAIR,1", "904,1,CHAIR,1")
                .with(Feed.CANCELLATIONS, "903,1,CHAIR,1")
                .takeEffect();
        assertThat(counts(run))
                .containsExactly(
                        "batches 1 = 1 applied, 0 duplicate, 0 superseded, 0 rejected",
                        "order_lines 2 = 1 applied, 1 duplicate, 0 superseded, 0 rejected",
                        "cancellations 1 = 1 applied, 0 duplicate, 0 superseded, 0 rejected",
                        "allocations 3 = 2 applied, 0 duplicate, 0 superseded, 1 rejected");
        assertThat(stock(run)).containsExactly("PO-1,CHAIR,10,,4,0,6");
    }

    @Test
    void what_a_run_takes_away_is_counted_before_it_allocates() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,TABLE,10,2026-12-01", "PO-3,LAMP,10,2026-12-01")
                .with(
                        Feed.ORDER_LINES,
                        "1001,1,CHAIR,2",
                        "1002,1,CHAIR,3",
                        "1003,1,TABLE,4",
                        "1004,1,TABLE,5",
                        "1005,1,DESK,1")
                .finish();
        Run run = night(SATURDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,3,", "PO-2,TABLE,10,")
                .with(Feed.DISPATCHES, "1003,1,TABLE,4")
                .with(Feed.CANCELLATIONS, "1004,1,TABLE,5")
                .takeEffect();
        assertThat(ports().ledger().shrinkage(run))
                .isEqualTo(new Shrinkage(new Amount(4, 14), new Amount(1, 3), 2, 1, Snapshot.NONE, List.of()));
    }

    @Test
    void the_usual_rows_of_a_feed_are_the_median_of_the_last_seven_nights() {
        LocalDate date = FRIDAY;
        for (int rows : new int[] {9, 1, 2, 3, 5, 4, 0, 6}) {
            night(date).with(Feed.BATCHES, batches(rows)).finish();
            date = date.plusDays(1);
        }
        Run run = night(date).with(Feed.BATCHES, batches(2)).takeEffect();
        assertThat(ports().ledger().shrinkage(run).feeds())
                .contains(new FeedRows(Feed.BATCHES, 2, 3), new FeedRows(Feed.ORDER_LINES, 0, 0))
                .hasSize(5);
    }

    @Test
    void before_seven_nights_nothing_is_usual() {
        for (int night = 0; night < 6; night++) {
            night(FRIDAY.plusDays(night)).with(Feed.BATCHES, batches(1)).finish();
        }
        Run run = night(FRIDAY.plusDays(6)).with(Feed.BATCHES, batches(1)).takeEffect();
        assertThat(ports().ledger().shrinkage(run).feeds()).isEmpty();
    }

    @Test
    void an_undone_run_leaves_all_as_it_found_it() {
        Run friday = fridayWithOneAllocatedAndOneOpen();
        Run run = everythingOn(SATURDAY).allocate();
        ports().ledger().undo(run);
        assertThat(ports().runs().get(run.id()).state()).isEqualTo(State.ABANDONED);
        assertThat(stock(friday)).containsExactly("PO-1,CHAIR,10,,5,0,5");
        Run again = night(SATURDAY).begin();
        assertThat(waiting(again)).containsExactly(new Demand(2, 50));
        assertThat(again.previousId()).isEqualTo(friday.id());
    }

    @Test
    void a_run_that_is_undone_and_done_again_leaves_all_as_it_left_it() {
        fridayWithOneAllocatedAndOneOpen();
        Run run = everythingOn(SATURDAY).finish();
        List<String> before = everything(run);
        ports().ledger().undo(run);
        assertThat(ports().runs().get(run.id()).state()).isEqualTo(State.REPLACED);
        assertThat(everything(run)).isNotEqualTo(before);
        ports().ledger().redo(run);
        assertThat(ports().runs().get(run.id()).state()).isEqualTo(State.FINISHED);
        assertThat(everything(run)).isEqualTo(before);
    }

    @Test
    void a_correction_that_is_undone_gives_way_to_the_run_that_it_replaced() {
        fridayWithOneAllocatedAndOneOpen();
        Run first = everythingOn(SATURDAY).finish();
        List<String> before = everything(first);
        PortNight night =
                night(SATURDAY).with(Feed.ORDER_LINES, "1002,1,CHAIR,50").replacing(first);
        Run loading = night.read();
        ports().ledger().undo(first);
        Run correction = ports().runs().begin(loading);
        ports().ledger().loadLines(correction);
        ports().ledger().undo(correction);
        ports().ledger().redo(first);
        assertThat(everything(first)).isEqualTo(before);
    }

    /** Order 1001 has a batch, and 1002 is too large for any. */
    private Run fridayWithOneAllocatedAndOneOpen() {
        return night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,5", "1002,1,CHAIR,50")
                .finish();
    }

    private PortNight everythingOn(LocalDate date) {
        return night(date)
                .with(Feed.BATCHES, "PO-1,CHAIR,4,2026-12-01", "PO-2,CHAIR,60,2026-12-05", "PO-3,LAMP,7,")
                .with(Feed.ORDER_LINES, "1003,1,LAMP,5", "1004,1,LAMP,5")
                .with(Feed.CANCELLATIONS, "1003,1,LAMP,5");
    }

    private List<String> everything(Run run) {
        return Stream.of(Report.values())
                .filter(report -> report != Report.CONTROL_TOTALS && report != Report.PROMISES)
                .flatMap(report -> rows(run, report).stream())
                .toList();
    }

    /** Four can be told: rows 3 and 4 are wrong, and the line of row 5 is cancelled. */
    private Run openings() {
        Run run = night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,TABLE,20,")
                .with(
                        Feed.ALLOCATIONS,
                        "901,1,TABLE,3,PO-2",
                        "902,1,CHAIR,4,PO-1",
                        "903,1,CHAIR,4,PO-9",
                        "904,1,CHAIR,4,PO-2",
                        "905,1,CHAIR,4,PO-1",
                        "906,1,CHAIR,9,PO-1")
                .with(Feed.CANCELLATIONS, "905,1,CHAIR,4")
                .begin();
        ports().ledger().cancelLines(run);
        ports().ledger().takeBatches(run);
        return run;
    }

    private Run next(Run before, PortNight night) {
        ports().runs().finish(before, "a".repeat(64), Map.of(), RunFigures.NONE);
        return night.takeEffect();
    }

    private PortNight night(LocalDate date) {
        return new PortNight(ports(), date);
    }

    private static String[] batches(int rows) {
        return Stream.iterate(1, number -> number + 1)
                .limit(rows)
                .map("PO-%d,CHAIR,1,"::formatted)
                .toArray(String[]::new);
    }

    private static OpenLine line(long turn, String order, String sku, int quantity) {
        return new OpenLine(turn, new OrderLine(order, "1", sku, quantity));
    }

    private List<Demand> waiting(Run run) {
        List<Demand> waiting = new ArrayList<>();
        try (Turns turns = ports().batches().turns(run)) {
            for (Turn turn = turns.next(); turn != null; turn = turns.next()) {
                waiting.add(turn.demand());
            }
        }
        return waiting;
    }

    private List<String> counts(Run run) {
        return ports().runs().feedCounts(run).entrySet().stream()
                .map(feed -> told(feed.getKey(), feed.getValue()))
                .toList();
    }

    private static String told(Feed feed, FeedCounts counts) {
        return "%s %d = %d applied, %d duplicate, %d superseded, %d rejected"
                .formatted(
                        feed.label(),
                        counts.rows(),
                        counts.applied(),
                        counts.duplicate(),
                        counts.superseded(),
                        counts.rejected());
    }

    /** File, line and reason. */
    private List<String> rejects(Run run) {
        List<String> rejects = new ArrayList<>();
        ports().reports().forEachRow(run, Report.REJECTS, row -> rejects.add(String.join(" ", row.subList(0, 3))));
        return rejects;
    }

    private List<String> stock(Run run) {
        return rows(run, Report.STOCK);
    }

    private List<String> rows(Run run, Report report) {
        return PortNight.rows(ports(), run, report).toList();
    }

    private List<String> warnings(Run run) {
        return ports().reports().warnings(run);
    }
}
