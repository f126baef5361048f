package nightfill.domain.night;

import static nightfill.domain.night.Given.ETA;
import static nightfill.domain.night.Given.YESTERDAY;
import static nightfill.domain.night.Given.chairs;
import static nightfill.domain.night.Given.fed;
import static nightfill.domain.night.Given.feed;
import static nightfill.domain.night.Given.outcomes;
import static nightfill.domain.night.Given.turn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import nightfill.domain.allocation.Batch;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.feed.Row;
import nightfill.domain.feed.Row.BatchRow;
import nightfill.domain.feed.Row.RejectedRow;
import org.junit.jupiter.api.Test;

class PurchasesTest {

    private final NightState state = new NightState();
    private BatchFeed listing = BatchFeed.CHANGES;
    private final Batch known = new Batch("PO-1", "CHAIR", 20, ETA, 7);

    private List<String> take(Row... rows) {
        FeedRows feed = feed(Feed.BATCHES, rows);
        new Purchases(state).take(feed, listing);
        return outcomes(feed);
    }

    @Test
    void a_new_batch_is_known_from_now_on() {
        assertThat(take(fed("PO-2", 20, ETA))).containsExactly("APPLIED");
        Batch batch = Objects.requireNonNull(state.batch("PO-2"));
        assertThat(batch.sku()).isEqualTo("CHAIR");
        assertThat(batch.purchasedQuantity()).isEqualTo(20);
        assertThat(batch.eta()).isEqualTo(ETA);
        assertThat(batch.dispatchedQuantity()).isZero();
        assertThat(state.batches(Purchase.NEW)).containsExactly(batch);
        assertThat(state.batches(Purchase.CHANGED)).isEmpty();
    }

    @Test
    void a_known_batch_takes_the_new_quantity_and_eta() {
        state.know(known);
        assertThat(take(fed("PO-1", 30, null))).containsExactly("APPLIED");
        assertThat(known.purchasedQuantity()).isEqualTo(30);
        assertThat(known.eta()).isNull();
        assertThat(state.batches(Purchase.CHANGED)).containsExactly(known);
        assertThat(state.batches(Purchase.NEW)).isEmpty();
    }

    @Test
    void another_quantity_alone_or_another_eta_alone_is_a_change() {
        state.know(known);
        assertThat(take(fed("PO-1", 21, ETA))).containsExactly("APPLIED");
        assertThat(take(fed("PO-1", 21, null))).containsExactly("APPLIED");
        assertThat(take(fed("PO-1", 21, ETA.plusDays(1)))).containsExactly("APPLIED");
    }

    @Test
    void a_batch_fed_as_it_is_is_a_duplicate() {
        state.know(known);
        assertThat(take(fed("PO-1", 20, ETA))).containsExactly("DUPLICATE");
        assertThat(state.batches(Purchase.UNCHANGED)).containsExactly(known);
        assertThat(state.batches(Purchase.CHANGED)).isEmpty();
    }

    @Test
    void a_batch_that_is_not_fed_stays_as_it_is() {
        state.know(known);
        take(fed("PO-2", 1, null));
        assertThat(known.purchasedQuantity()).isEqualTo(20);
        assertThat(known.eta()).isEqualTo(ETA);
    }

    @Test
    void a_batch_that_a_list_of_all_batches_lacks_has_what_has_left() {
        listing = BatchFeed.SNAPSHOT;
        state.know(known);
        state.know(new Batch("PO-3", "CHAIR", 5, null));
        take(fed("PO-2", 1, null), fed("PO-3", 5, null));
        assertThat(known.purchasedQuantity()).isEqualTo(7);
        assertThat(known.eta()).isEqualTo(ETA);
        assertThat(state.batches(Purchase.LACKED)).containsExactly(known);
        assertThat(state.batches(Purchase.CHANGED)).isEmpty();
        assertThat(Objects.requireNonNull(state.batch("PO-2")).purchasedQuantity())
                .isEqualTo(1);
    }

    @Test
    void a_list_without_rows_lacks_all() {
        listing = BatchFeed.SNAPSHOT;
        state.know(known);
        take();
        assertThat(known.purchasedQuantity()).isEqualTo(7);
    }

    @Test
    void a_batch_of_which_all_has_left_is_not_lacked() {
        listing = BatchFeed.SNAPSHOT;
        state.know(new Batch("PO-1", "CHAIR", 7, ETA, 7));
        state.know(new Batch("PO-2", "CHAIR", 0, ETA));
        take();
        assertThat(state.batches(Purchase.LACKED)).isEmpty();
    }

    @Test
    void a_batch_that_any_row_names_is_not_lacked() {
        listing = BatchFeed.SNAPSHOT;
        for (String named : List.of("PO-1", "PO-2", "PO-3", "PO-4", "PO-5", "PO-6")) {
            state.know(new Batch(named, "CHAIR", 20, ETA, 7));
        }
        state.knowSuperseded("PO-6");
        take(
                new RejectedRow(RejectReason.QUANTITY, "qty is empty", "PO-1"),
                new BatchRow("PO-2", "TABLE", 20, ETA),
                fed("PO-3", 6, ETA),
                fed("PO-4", 30, ETA),
                fed("PO-4", 31, ETA),
                fed("PO-5", 20, ETA),
                fed("PO-6", 20, ETA));
        assertThat(state.batches(Purchase.LACKED)).isEmpty();
        assertThat(state.batches()).extracting(Batch::purchasedQuantity).containsOnly(20);
    }

    @Test
    void a_late_list_empties_nothing_of_which_a_later_date_has_spoken() {
        listing = BatchFeed.SNAPSHOT;
        state.know(known);
        state.know(new Batch("PO-2", "CHAIR", 20, ETA, 7));
        state.knowSuperseded("PO-1");
        take();
        assertThat(state.batches(Purchase.LACKED)).extracting(Batch::reference).containsExactly("PO-2");
    }

    @Test
    void after_a_later_dates_list_of_all_batches_a_late_night_changes_none() {
        state.know(known);
        state.knowAllSuperseded();
        assertThat(take(fed("PO-1", 30, ETA), fed("PO-2", 5, null), new BatchRow("PO-1", "TABLE", 20, ETA)))
                .containsExactly("SUPERSEDED", "SUPERSEDED", "SKU_CHANGED");
        listing = BatchFeed.SNAPSHOT;
        take();
        assertThat(known.purchasedQuantity()).isEqualTo(20);
        assertThat(state.batch("PO-2")).isNull();
    }

    @Test
    void of_equal_rows_the_first_is_applied_and_the_others_are_duplicates() {
        assertThat(take(fed("PO-2", 5, null), fed("PO-3", 5, null), fed("PO-2", 5, null), fed("PO-2", 5, null)))
                .containsExactly("APPLIED", "APPLIED", "DUPLICATE", "DUPLICATE");
    }

    @Test
    void equal_rows_that_change_nothing_are_all_duplicates_of_one_batch() {
        state.know(known);
        assertThat(take(fed("PO-1", 20, ETA), fed("PO-1", 20, ETA))).containsExactly("DUPLICATE", "DUPLICATE");
        assertThat(state.batches(Purchase.UNCHANGED)).containsExactly(known);
    }

    @Test
    void rows_that_differ_about_a_batch_are_all_rejected() {
        state.know(known);
        assertThat(take(fed("PO-1", 20, ETA), fed("PO-2", 5, null), fed("PO-1", 20, null), fed("PO-1", 20, ETA)))
                .containsExactly("AMBIGUOUS", "APPLIED", "AMBIGUOUS", "AMBIGUOUS");
        assertThat(known.eta()).isEqualTo(ETA);
    }

    @Test
    void rows_about_a_new_batch_that_differ_in_sku_or_quantity_are_ambiguous() {
        assertThat(take(fed("PO-2", 5, null), new BatchRow("PO-2", "TABLE", 5, null)))
                .containsOnly("AMBIGUOUS");
        assertThat(take(fed("PO-3", 5, null), fed("PO-3", 6, null))).containsOnly("AMBIGUOUS");
        assertThat(state.batches()).isEmpty();
    }

    @Test
    void a_known_batch_never_changes_its_sku() {
        state.know(known);
        assertThat(take(new BatchRow("PO-1", "TABLE", 20, ETA))).containsExactly("SKU_CHANGED");
        assertThat(state.batches(Purchase.UNCHANGED)).isEmpty();
    }

    @Test
    void rows_rejected_for_a_reason_above_make_no_others_ambiguous() {
        state.know(known);
        assertThat(take(
                        new BatchRow("PO-1", "TABLE", 25, ETA),
                        fed("PO-1", 25, ETA),
                        new RejectedRow(RejectReason.QUANTITY, "qty is empty")))
                .containsExactly("SKU_CHANGED", "APPLIED", "QUANTITY");
        assertThat(known.purchasedQuantity()).isEqualTo(25);
    }

    @Test
    void a_late_nights_row_yields_to_that_of_a_later_date() {
        state.know(known);
        state.knowSuperseded("PO-1");
        assertThat(take(fed("PO-1", 30, null), fed("PO-1", 30, null))).containsExactly("SUPERSEDED", "SUPERSEDED");
        assertThat(known.purchasedQuantity()).isEqualTo(20);
        assertThat(state.batches(Purchase.CHANGED)).isEmpty();
    }

    @Test
    void superseded_is_judged_after_ambiguous_and_before_below_dispatched() {
        state.know(known);
        state.knowSuperseded("PO-1");
        assertThat(take(fed("PO-1", 30, null), fed("PO-1", 31, null))).containsOnly("AMBIGUOUS");
        assertThat(take(fed("PO-1", 6, null))).containsExactly("SUPERSEDED");
    }

    @Test
    void a_quantity_below_what_has_left_is_rejected() {
        state.know(known);
        assertThat(take(fed("PO-1", 6, null), fed("PO-1", 6, null)))
                .containsExactly("BELOW_DISPATCHED", "BELOW_DISPATCHED");
        assertThat(known.purchasedQuantity()).isEqualTo(20);
        assertThat(take(fed("PO-1", 7, null))).containsExactly("APPLIED");
    }

    @Test
    void what_leaves_tonight_counts_as_dispatched() {
        state.know(known);
        state.know(turn(1, chairs("A", 3)), YESTERDAY, "PO-1");
        state.line(chairs("A", 3)).dispatch();
        assertThat(take(fed("PO-1", 9, null))).containsExactly("BELOW_DISPATCHED");
    }
}
