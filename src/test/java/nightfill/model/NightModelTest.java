package nightfill.model;

import static nightfill.model.HandwrittenFeeds.rejects;
import static nightfill.model.HandwrittenFeeds.rows;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NightModelTest {

    private final NightModel model = new NightModel();

    @Test
    void the_warehouse_comes_first_then_the_earliest_eta_then_the_reference() {
        Run run = HandwrittenFeeds.of(
                        "z,S,2,2026-03-09 y,S,2,2026-03-05 \ud835\udc00,S,2,2026-03-05 \uff21,S,2,2026-03-05 w,S,2,",
                        "1,S,2 2,S,2 3,S,2 4,S,2 5,S,2")
                .runOn(model, 1);

        assertThat(rows(run, "allocations.csv"))
                .containsExactly(
                        "1,,S,2,w,",
                        "2,,S,2,y,2026-03-05",
                        "3,,S,2,\uff21,2026-03-05",
                        "4,,S,2,\ud835\udc00,2026-03-05",
                        "5,,S,2,z,2026-03-09");
    }

    @Test
    void a_line_that_stays_open_says_why() {
        Run run =
                HandwrittenFeeds.of("a,S,3, b,S,3,", "1,X,1 2,S,7 3,S,6 4,S,3").runOn(model, 1);

        assertThat(rows(run, "unallocated.csv"))
                .containsExactly(
                        "1,,X,1,UNKNOWN_SKU,2026-03-01",
                        "2,,S,7,SHORT,2026-03-01",
                        "3,,S,6,NO_SINGLE_BATCH,2026-03-01");
        assertThat(rows(run, "allocations.csv")).containsExactly("4,,S,3,a,");
    }

    @Test
    void lines_of_earlier_runs_come_first_even_when_a_night_is_run_late() {
        HandwrittenFeeds.of("b,S,1,", "later,S,2").runOn(model, 2);
        HandwrittenFeeds.of("c,S,0,", "late,S,2").runOn(model, 1);

        Run run = HandwrittenFeeds.of("b,S,2,", "new,S,2").runOn(model, 3);

        assertThat(rows(run, "allocations.csv")).containsExactly("later,,S,2,b,");
        assertThat(rows(run, "unallocated.csv"))
                .containsExactly("late,,S,2,SHORT,2026-03-01", "new,,S,2,SHORT,2026-03-03");
    }

    @Test
    void a_batch_that_is_cut_gives_up_its_newest_lines_which_take_part_again() {
        HandwrittenFeeds.of("b,S,9,", "1,S,2 2,S,4 3,S,3").runOn(model, 1);

        Run run = HandwrittenFeeds.of("b,S,5,", "").runOn(model, 2);

        assertThat(rows(run, "released.csv")).containsExactly("2,,S,4,b,BATCH_REDUCED", "3,,S,3,b,BATCH_REDUCED");
        assertThat(rows(run, "allocations.csv")).containsExactly("3,,S,3,b,");
        assertThat(rows(run, "stock.csv")).containsExactly("b,S,5,,5,0,0");
        assertThat(run.counts()).containsEntry("lines.released", 2L).containsEntry("units.released", 7L);
    }

    @Test
    void a_promise_that_changed_is_told_by_what_became_of_it() {
        HandwrittenFeeds.of(
                        "a,A,9,2026-03-09 b,B,9,2026-03-09 c,C,9,2026-03-09 d,D,5,2026-03-09 e,E,5, f,F,5,",
                        "1,A,1 2,B,1 3,C,1 4,D,5 5,E,5 6,F,5 7,A,1 8,A,1")
                .runOn(model, 1);

        Run run = HandwrittenFeeds.of(
                        "a,A,9,2026-03-08 b,B,9,2026-03-10 c,C,9, d,D,0,2026-03-09 dd,D,5,2026-03-09"
                                + " e,E,0, ee,E,9,2026-03-03 f,F,4,",
                        "9,A,1")
                .dispatches("7,A,1")
                .cancellations("8,A,1")
                .runOn(model, 2);

        assertThat(rows(run, "promises.csv"))
                .containsExactly(
                        "1,,A,1,a,2026-03-09,a,2026-03-08,EARLIER",
                        "2,,B,1,b,2026-03-09,b,2026-03-10,DELAYED",
                        "3,,C,1,c,2026-03-09,c,,ARRIVED",
                        "4,,D,5,d,2026-03-09,dd,2026-03-09,MOVED",
                        "5,,E,5,e,,ee,2026-03-03,DELAYED",
                        "6,,F,5,f,,,,LOST");
    }

    @Test
    void goods_at_sea_without_a_date_come_last() {
        Run run = HandwrittenFeeds.of("b,S,1,unknown a,S,1,Unknown z,S,1,2199-12-31", "1,S,1 2,S,1 3,S,1")
                .runOn(model, 1);

        assertThat(rows(run, "allocations.csv"))
                .containsExactly("1,,S,1,z,2199-12-31", "2,,S,1,a,unknown", "3,,S,1,b,unknown");
        assertThat(rows(run, "stock.csv")).endsWith("b,S,1,unknown,1,0,0");
        assertThat(run.counts()).containsEntry("stock.atSea", 3L).containsEntry("stock.overdue", 0L);
    }

    @Test
    void a_promise_gets_its_date_loses_it_and_arrives() {
        HandwrittenFeeds.of("a,A,1,unknown b,B,1,2026-03-09 c,C,1,unknown d,D,1,", "1,A,1 2,B,1 3,C,1 4,D,1")
                .runOn(model, 1);

        Run run = HandwrittenFeeds.of("a,A,1,2199-12-31 b,B,1,unknown c,C,1, d,D,1,unknown", "")
                .runOn(model, 2);

        assertThat(rows(run, "promises.csv"))
                .containsExactly(
                        "1,,A,1,a,unknown,a,2199-12-31,EARLIER",
                        "2,,B,1,b,2026-03-09,b,unknown,DELAYED",
                        "3,,C,1,c,unknown,c,,ARRIVED",
                        "4,,D,1,d,,d,unknown,DELAYED");
    }

    @Test
    void a_batch_that_a_snapshot_lacks_has_what_has_left() {
        HandwrittenFeeds.of("a,S,9,2026-03-09 b,T,9, c,U,9,", "1,S,2 2,S,4 3,T,1")
                .runOn(model, 1);

        Run run = HandwrittenFeeds.of("b,T,x, d,S,5,", "").dispatches("1,S,2").snapshotOn(model, 2);

        assertThat(rows(run, "released.csv")).containsExactly("2,,S,4,a,BATCH_REDUCED");
        assertThat(rows(run, "allocations.csv")).containsExactly("2,,S,4,d,");
        assertThat(rows(run, "stock.csv"))
                .containsExactly("d,S,5,,4,0,1", "a,S,2,2026-03-09,0,2,0", "b,T,9,,1,0,8", "c,U,0,,0,0,0");
        assertThat(run.counts()).containsEntry("feeds.batches.applied", 1L);
    }

    @Test
    void a_snapshot_has_the_last_word_over_late_nights() {
        HandwrittenFeeds.of("a,S,9,", "").runOn(model, 1);
        HandwrittenFeeds.of("b,S,9,", "").snapshotOn(model, 3);

        Run run = HandwrittenFeeds.of("a,S,9, c,S,9,", "").runOn(model, 2);

        assertThat(rows(run, "stock.csv")).containsExactly("a,S,0,,0,0,0", "b,S,9,,0,0,9");
        assertThat(run.counts()).containsEntry("feeds.batches.superseded", 2L);
    }

    @Test
    void a_late_snapshot_says_nothing_of_what_later_dates_have_fed() {
        HandwrittenFeeds.of("a,S,9, b,S,9,", "").runOn(model, 1);
        HandwrittenFeeds.of("a,S,9, c,S,9,", "").runOn(model, 3);

        Run run = HandwrittenFeeds.of("d,S,9,", "").snapshotOn(model, 2);

        assertThat(rows(run, "stock.csv"))
                .containsExactly("a,S,9,,0,0,9", "b,S,0,,0,0,0", "c,S,9,,0,0,9", "d,S,9,,0,0,9");
    }

    @Test
    void a_promise_that_was_released_and_made_again_has_not_changed() {
        HandwrittenFeeds.of("b,S,9,", "1,S,2 2,S,4 3,S,3").runOn(model, 1);

        Run run = HandwrittenFeeds.of("b,S,5,", "").runOn(model, 2);

        assertThat(rows(run, "promises.csv")).containsExactly("2,,S,4,b,,,,LOST");
    }

    @Test
    void a_promise_of_the_night_itself_is_not_one_that_changed() {
        Run run = HandwrittenFeeds.of("b,S,9,2026-03-09", "1,S,2")
                .promises("2,S,4,b")
                .runOn(model, 1);

        assertThat(rows(run, "promises.csv")).isEmpty();
    }

    @Test
    void what_was_dispatched_is_never_released() {
        HandwrittenFeeds.of("b,S,9,", "1,S,2 2,S,4 3,S,3").runOn(model, 1);

        Run run = HandwrittenFeeds.of("b,S,4,", "").dispatches("2,S,4").runOn(model, 2);

        assertThat(rows(run, "released.csv")).containsExactly("1,,S,2,b,BATCH_REDUCED", "3,,S,3,b,BATCH_REDUCED");
        assertThat(rows(run, "stock.csv")).containsExactly("b,S,4,,0,4,0");
        assertThat(rejects(HandwrittenFeeds.of("b,S,3,", "").runOn(model, 3)))
                .containsExactly("batches:2:BELOW_DISPATCHED");
    }

    @Test
    void a_cancelled_line_is_told_with_its_batch_and_an_open_one_without() {
        HandwrittenFeeds.of("b,S,2,", "1,S,2 2,S,2").runOn(model, 1);

        Run run = HandwrittenFeeds.of("b,S,2,", "3,S,1 1,S,2")
                .cancellations("1,S,2 2,S,2 3,S,1 3,S,1 3,S,2")
                .runOn(model, 2);

        assertThat(rows(run, "released.csv"))
                .containsExactly("1,,S,2,b,CANCELLED", "2,,S,2,,CANCELLED", "3,,S,1,,CANCELLED");
        assertThat(rejects(run)).containsExactly("cancellations:6:UNKNOWN_LINE");
        assertThat(run.counts())
                .containsEntry("lines.cancelled", 3L)
                .containsEntry("lines.released", 1L)
                .containsEntry("feeds.cancellations.duplicate", 1L);
        assertThat(rejects(HandwrittenFeeds.of("b,S,2,", "1,S,2 1,S,2").runOn(model, 3)))
                .containsExactly("order_lines:2:CANCELLED_BEFORE", "order_lines:3:REPEATED");
    }

    @Test
    void only_an_allocated_line_is_dispatched() {
        HandwrittenFeeds.of("b,S,2,", "1,S,2 2,S,2 3,S,1")
                .cancellations("3,S,1")
                .runOn(model, 1);

        Run run = HandwrittenFeeds.of("b,S,2,", "")
                .dispatches("1,S,2 1,S,2 2,S,2 3,S,1 9,S,1")
                .cancellations("1,S,2")
                .runOn(model, 2);

        assertThat(rejects(run))
                .containsExactly(
                        "dispatches:4:NOT_ALLOCATED",
                        "dispatches:5:NOT_ALLOCATED",
                        "dispatches:6:UNKNOWN_LINE",
                        "cancellations:2:DISPATCHED");
        assertThat(run.counts())
                .containsEntry("feeds.dispatches.applied", 1L)
                .containsEntry("feeds.dispatches.duplicate", 1L);
    }

    @Test
    void the_same_line_twice_in_a_feed_is_rejected_and_on_a_later_night_a_duplicate() {
        Run first = HandwrittenFeeds.of("b,S,9,", "1,S,2 1,S,02").runOn(model, 1);
        Run second = HandwrittenFeeds.of("b,S,9,", "1,S,2 1,S,2").runOn(model, 2);

        assertThat(rejects(first)).containsExactly("order_lines:3:REPEATED");
        assertThat(rejects(second)).containsExactly("order_lines:3:REPEATED");
        assertThat(second.counts())
                .containsEntry("feeds.order_lines.duplicate", 1L)
                .containsEntry("feeds.batches.duplicate", 1L);
    }

    @Test
    void batches_of_one_feed_that_differ_are_all_rejected_and_alike_ones_count_once() {
        HandwrittenFeeds.of("k,S,5,", "").runOn(model, 1);

        Run run = HandwrittenFeeds.of("a,S,1, a,S,1, a,S,2, b,S,1, b,S,1, k,T,5, k,S,6,", "")
                .runOn(model, 2);

        assertThat(rejects(run))
                .containsExactly(
                        "batches:2:AMBIGUOUS", "batches:3:AMBIGUOUS", "batches:4:AMBIGUOUS", "batches:7:SKU_CHANGED");
        assertThat(rows(run, "stock.csv")).containsExactly("b,S,1,,0,0,1", "k,S,6,,0,0,6");
        assertThat(run.counts())
                .containsEntry("feeds.batches.applied", 2L)
                .containsEntry("feeds.batches.duplicate", 1L);
    }

    @Test
    void a_late_night_does_not_overrule_what_a_later_date_said_of_a_batch() {
        HandwrittenFeeds.of("a,S,5, b,S,5,", "").runOn(model, 1);
        HandwrittenFeeds.of("a,S,5,", "").runOn(model, 3);

        Run run = HandwrittenFeeds.of("a,S,7, a,S,7, b,S,8,", "").runOn(model, 2);

        assertThat(rows(run, "stock.csv")).containsExactly("a,S,5,,0,0,5", "b,S,8,,0,0,8");
        assertThat(run.counts())
                .containsEntry("feeds.batches.superseded", 2L)
                .containsEntry("feeds.batches.applied", 1L);
    }

    @Test
    void a_late_night_heeds_the_cancellation_and_the_dispatch_that_came_before_their_lines() {
        HandwrittenFeeds.of("b,S,5,", "")
                .cancellations("1,S,2")
                .dispatches("2,S,2")
                .runOn(model, 2);

        Run run = HandwrittenFeeds.of("c,S,5,", "1,S,2 2,S,2").runOn(model, 1);

        assertThat(rows(run, "released.csv")).containsExactly("1,,S,2,,CANCELLED");
        assertThat(rows(run, "allocations.csv")).containsExactly("2,,S,2,b,");
        assertThat(run.counts())
                .containsEntry("lines.cancelled", 1L)
                .containsEntry("lines.dispatched", 1L)
                .doesNotContainKey("feeds.cancellations.rows");
    }

    @Test
    void a_cancellation_of_an_earlier_date_does_not_wait_for_its_line() {
        HandwrittenFeeds.of("b,S,5,", "").cancellations("1,S,2").runOn(model, 1);

        Run run = HandwrittenFeeds.of("b,S,5,", "1,S,2").runOn(model, 2);

        assertThat(rows(run, "allocations.csv")).containsExactly("1,,S,2,b,");
    }

    @Test
    void promises_are_kept_before_anything_else_where_they_fit() {
        Run run = HandwrittenFeeds.of("b,S,5, w,S,9, t,T,9,", "new,S,5 o1,S,4")
                .promises("o1,S,4,b o2,S,2,b o3,S,1,x o4,S,1,t o1,S,4,w o5,S,1,x")
                .cancellations("o5,S,1")
                .runOn(model, 1);

        assertThat(rejects(run))
                .containsExactly(
                        "allocations:3:DOES_NOT_FIT",
                        "allocations:4:UNKNOWN_BATCH",
                        "allocations:5:DOES_NOT_FIT",
                        "allocations:6:REPEATED");
        assertThat(rows(run, "allocations.csv"))
                .containsExactly("o1,,S,4,b,", "o2,,S,2,w,", "o3,,S,1,b,", "o4,,S,1,w,", "new,,S,5,w,");
        assertThat(run.counts())
                .containsEntry("feeds.allocations.applied", 2L)
                .containsEntry("feeds.order_lines.duplicate", 1L)
                .containsEntry("lines.loaded", 6L);
    }

    @Test
    void promises_are_refused_once_any_line_is_known() {
        HandwrittenFeeds.of("b,S,5,", "1,S,2").runOn(model, 1);

        assertThat(HandwrittenFeeds.of("b,S,5,", "")
                        .promises("")
                        .runOn(model, 2)
                        .outcome())
                .isEqualTo(Run.Outcome.REFUSED);
        assertThat(HandwrittenFeeds.of("b,S,5,", "")
                        .promises("1,S,2,b")
                        .correctOn(model, 1)
                        .finished())
                .isTrue();
    }

    @Test
    void twenty_rejects_pass_and_twenty_one_refuse_the_night_without_a_trace() {
        assertThat(HandwrittenFeeds.of("b,S,5,", "1,S,2 " + "x ".repeat(21))
                        .runOn(model, 1)
                        .outcome())
                .isEqualTo(Run.Outcome.REFUSED);

        Run run = HandwrittenFeeds.of("b,S,5,", "1,S,2 " + "x ".repeat(20)).runOn(model, 1);

        assertThat(run.number()).isEqualTo(1);
        assertThat(run.counts())
                .containsEntry("feeds.order_lines.rejected", 20L)
                .containsEntry("lines.loaded", 1L);
    }

    @Test
    void a_correction_stands_in_place_of_the_night_and_only_of_the_last() {
        HandwrittenFeeds.of("b,S,5,", "1,S,2").runOn(model, 1);
        HandwrittenFeeds.of("b,S,1,", "2,S,3").runOn(model, 2);
        HandwrittenFeeds right = HandwrittenFeeds.of("b,S,5,", "3,S,3");

        Run corrected = right.correctOn(model, 2);

        assertThat(corrected.number()).isEqualTo(2);
        assertThat(rows(corrected, "allocations.csv")).containsExactly("3,,S,3,b,");
        assertThat(rows(corrected, "released.csv")).isEmpty();
        assertThat(right.runOn(model, 2).outcome()).isEqualTo(Run.Outcome.UNCHANGED);
        assertThat(HandwrittenFeeds.of("b,S,1,", "").runOn(model, 2).outcome()).isEqualTo(Run.Outcome.CHANGED);
        assertThat(HandwrittenFeeds.of("b,S,1,", "").correctOn(model, 1).outcome())
                .isEqualTo(Run.Outcome.REFUSED);
    }

    @Test
    void an_abandoned_run_leaves_nothing_and_its_number_is_used_again() {
        HandwrittenFeeds.of("b,S,5,", "1,S,2").runOn(model, 1);
        HandwrittenFeeds.of("b,S,1,", "2,S,1").correctOn(model, 1);
        model.abandonLast();
        HandwrittenFeeds.of("b,S,0,", "3,S,1").runOn(model, 2);
        model.abandonLast();

        Run run = HandwrittenFeeds.of("c,S,1,", "").correctOn(model, 1);

        assertThat(run.number()).isEqualTo(2);
        assertThat(rows(run, "stock.csv")).containsExactly("c,S,1,,0,0,1");
        assertThat(rows(run, "unallocated.csv")).isEmpty();
    }

    @Test
    void stock_is_counted_by_where_it_is_and_without_what_has_left() {
        HandwrittenFeeds.of("w,S,5, s,T,7,2026-03-02 o,T,3,2026-03-01", "1,S,2").runOn(model, 1);

        Run run = HandwrittenFeeds.of("", "").dispatches("1,S,2").runOn(model, 2);

        assertThat(run.counts())
                .containsEntry("stock.warehouse", 3L)
                .containsEntry("stock.atSea", 10L)
                .containsEntry("stock.overdue", 3L);
        assertThat(rows(run, "stock.csv"))
                .containsExactly("w,S,5,,0,2,3", "o,T,3,2026-03-01,0,0,3", "s,T,7,2026-03-02,0,0,7");
    }
}
