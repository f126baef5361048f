package nightfill.domain.night;

import static nightfill.domain.night.Given.TONIGHT;
import static nightfill.domain.night.Given.batch;
import static nightfill.domain.night.Given.chairs;
import static nightfill.domain.night.Given.feed;
import static nightfill.domain.night.Given.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.Row;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.Test;

class EarlierPromisesTest {

    private final NightState state = new NightState();
    private final Batch batch = batch("PO-1", 20);

    private static LineRow promise(OrderLine line, String reference) {
        return new LineRow(line, reference);
    }

    private List<String> keep(Row... rows) {
        FeedRows feed = feed(Feed.ALLOCATIONS, rows);
        new Arrivals(state, TONIGHT).load(feed, 0);
        new EarlierPromises(state).keep(feed);
        return outcomes(feed);
    }

    @Test
    void a_promise_that_can_be_kept_allocates_its_line() {
        state.know(batch);
        assertThat(keep(promise(chairs("A", 5), "PO-1"))).containsExactly("APPLIED");
        assertThat(state.stateOf(chairs("A", 5))).isEqualTo(LineState.ALLOCATED);
        assertThat(state.line(chairs("A", 5)).batch()).isEqualTo(batch);
    }

    @Test
    void promises_are_kept_in_feed_order_as_far_as_the_batch_reaches() {
        state.know(batch);
        assertThat(keep(
                        promise(chairs("A", 15), "PO-1"),
                        promise(chairs("B", 6), "PO-1"),
                        promise(chairs("C", 5), "PO-1")))
                .containsExactly("APPLIED", "DOES_NOT_FIT", "APPLIED");
        assertThat(state.stateOf(chairs("B", 6))).isEqualTo(LineState.OPEN);
    }

    @Test
    void a_promise_of_a_batch_that_nobody_knows_leaves_its_line_open() {
        assertThat(keep(promise(chairs("A", 5), "PO-1"))).containsExactly("UNKNOWN_BATCH");
        assertThat(state.stateOf(chairs("A", 5))).isEqualTo(LineState.OPEN);
    }

    @Test
    void a_promise_of_a_batch_of_another_sku_does_not_fit() {
        state.know(new Batch("PO-1", "TABLE", 20, null));
        assertThat(keep(promise(chairs("A", 5), "PO-1"))).containsExactly("DOES_NOT_FIT");
        assertThat(state.stateOf(chairs("A", 5))).isEqualTo(LineState.OPEN);
    }

    @Test
    void the_promise_of_a_line_cancelled_meanwhile_is_left_alone() {
        FeedRows feed =
                feed(Feed.ALLOCATIONS, promise(chairs("A", 5), "PO-1"), promise(chairs("B", 5), "no such batch"));
        state.know(batch);
        new Arrivals(state, TONIGHT).load(feed, 0);
        new Departures(state, Rules.CURRENT).cancel(feed(Feed.CANCELLATIONS, chairs("A", 5), chairs("B", 5)));
        new EarlierPromises(state).keep(feed);
        assertThat(outcomes(feed)).containsExactly("APPLIED", "APPLIED");
        assertThat(batch.lines()).isEmpty();
        assertThat(state.stateOf(chairs("A", 5))).isEqualTo(LineState.CANCELLED);
    }
}
