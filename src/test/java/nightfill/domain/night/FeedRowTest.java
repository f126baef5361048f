package nightfill.domain.night;

import static nightfill.domain.night.Given.chairs;
import static nightfill.domain.night.Given.fed;
import static nightfill.domain.night.Given.feed;
import static nightfill.domain.night.Given.outcomes;
import static nightfill.domain.night.Given.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.feed.Row.RejectedRow;
import nightfill.domain.night.Outcome.Kind;
import org.junit.jupiter.api.Test;

class FeedRowTest {

    @Test
    void a_row_that_can_be_read_is_applied_unless_a_rule_objects() {
        FeedRow row = row(3, new LineRow(chairs("A", 5), "PO-1"));
        assertThat(row.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(row.isApplied()).isTrue();
        assertThat(row.number()).isEqualTo(3);
        assertThat(row.raw()).isEqualTo("raw 3");
        assertThat(row.line()).isEqualTo(chairs("A", 5));
        assertThat(row.batchReference()).isEqualTo("PO-1");
    }

    @Test
    void a_row_about_a_batch_names_it() {
        assertThat(row(1, fed("PO-1", 5, null)).batch()).isEqualTo(fed("PO-1", 5, null));
    }

    @Test
    void a_row_that_cannot_be_read_is_rejected_from_the_start() {
        FeedRow row = row(1, new RejectedRow(RejectReason.QUANTITY, "qty is empty"));
        assertThat(row.outcome()).isEqualTo(Outcome.rejected(RejectReason.QUANTITY));
        assertThat(row.isApplied()).isFalse();
    }

    @Test
    void the_first_objection_is_final() {
        FeedRow row = row(3, new LineRow(chairs("A", 5), ""));
        row.comeTo(Outcome.APPLIED);
        row.comeTo(Outcome.DUPLICATE);
        assertThatThrownBy(() -> row.comeTo(Outcome.APPLIED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("row 3 is %s already", Outcome.DUPLICATE);
        assertThat(row.outcome()).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void rejected_rows_have_a_reason_and_others_have_none() {
        assertThat(Outcome.rejected(RejectReason.REPEATED).reason()).isEqualTo(RejectReason.REPEATED);
        assertThatThrownBy(() -> new Outcome(Kind.REJECTED, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an outcome: REJECTED null");
        assertThatThrownBy(() -> new Outcome(Kind.DUPLICATE, RejectReason.REPEATED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an outcome: DUPLICATE REPEATED");
    }

    @Test
    void a_rule_judges_the_rows_to_which_nothing_was_objected_in_file_order() {
        FeedRows feed = feed(
                Feed.ORDER_LINES,
                new LineRow(chairs("A", 5), ""),
                new RejectedRow(RejectReason.FIELDS, "2 fields"),
                new LineRow(chairs("B", 5), ""),
                new LineRow(chairs("C", 5), ""));
        StringBuilder judged = new StringBuilder();
        feed.judge(row -> {
            judged.append(row.line().orderId());
            return row.line().orderId().equals("B") ? Outcome.DUPLICATE : Outcome.APPLIED;
        });
        assertThat(judged).hasToString("ABC");
        assertThat(outcomes(feed)).containsExactly("APPLIED", "FIELDS", "DUPLICATE", "APPLIED");
        assertThat(feed.applied()).extracting(FeedRow::number).containsExactly(1, 4);
        assertThat(feed.count(Kind.APPLIED)).isEqualTo(2);
        assertThat(feed.count(Kind.DUPLICATE)).isEqualTo(1);
        assertThat(feed.count(Kind.SUPERSEDED)).isZero();
        assertThat(feed.count(Kind.REJECTED)).isEqualTo(1);
    }

    @Test
    void the_feeds_of_a_night_name_the_orders_that_matter_to_it() {
        NightFeeds feeds = new NightFeeds(Map.of(
                Feed.BATCHES, feed(Feed.BATCHES, fed("PO-1", 5, null)),
                Feed.ORDER_LINES, feed(Feed.ORDER_LINES, chairs("A", 5), chairs("B", 1)),
                Feed.DISPATCHES,
                        feed(
                                Feed.DISPATCHES,
                                new LineRow(chairs("C", 5), ""),
                                new RejectedRow(RejectReason.FIELDS, "2 fields"))));
        assertThat(feeds.orderIds()).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(feeds.rows()).isEqualTo(5);
        assertThat(feeds.all()).hasSize(3);
        assertThat(feeds.of(Feed.ORDER_LINES).rows()).hasSize(2);
        assertThat(feeds.of(Feed.CANCELLATIONS)).isEqualTo(feed(Feed.CANCELLATIONS, new LineRow[0]));
    }
}
