package nightfill.domain.night;

import static nightfill.domain.night.Given.TONIGHT;
import static nightfill.domain.night.Given.YESTERDAY;
import static nightfill.domain.night.Given.batch;
import static nightfill.domain.night.Given.chairs;
import static nightfill.domain.night.Given.feed;
import static nightfill.domain.night.Given.outcomes;
import static nightfill.domain.night.Given.turn;
import static org.assertj.core.api.Assertions.assertThat;

import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.feed.Row.RejectedRow;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private final NightState state = new NightState();

    private FeedRows load(OrderLine... lines) {
        return load(feed(Feed.ORDER_LINES, lines));
    }

    private FeedRows load(FeedRows feed) {
        new Arrivals(state, TONIGHT).load(feed, 100);
        return feed;
    }

    @Test
    void a_new_line_is_loaded_open_with_the_turn_of_its_row() {
        assertThat(outcomes(load(chairs("A", 5), chairs("B", 5)))).containsExactly("APPLIED", "APPLIED");
        assertThat(state.lines(NightLine::isLoadedTonight))
                .extracting(NightLine::line)
                .containsExactly(turn(101, chairs("A", 5)), turn(102, chairs("B", 5)));
        assertThat(state.stateOf(chairs("A", 5))).isEqualTo(LineState.OPEN);
        assertThat(state.line(chairs("A", 5)).since()).isEqualTo(TONIGHT);
    }

    @Test
    void a_row_that_cannot_be_read_loads_nothing_but_keeps_its_place() {
        load(feed(Feed.ORDER_LINES, new RejectedRow(RejectReason.FIELDS, "2 fields"), new LineRow(chairs("A", 5), "")));
        assertThat(state.lines(line -> true)).extracting(NightLine::turn).containsExactly(102L);
    }

    @Test
    void of_equal_lines_in_one_feed_the_first_is_loaded_and_the_others_are_rejected() {
        assertThat(outcomes(load(chairs("A", 5), chairs("A", 5), chairs("A", 5))))
                .containsExactly("APPLIED", "REPEATED", "REPEATED");
        assertThat(state.lines(line -> true)).extracting(NightLine::turn).containsExactly(101L);
    }

    @Test
    void lines_that_differ_in_anything_are_different_lines() {
        assertThat(outcomes(load(
                        new OrderLine("A", "1", "CHAIR", 5),
                        new OrderLine("A", "2", "CHAIR", 5),
                        new OrderLine("A", "1", "TABLE", 5),
                        new OrderLine("A", "1", "CHAIR", 6),
                        new OrderLine("a", "1", "CHAIR", 5))))
                .containsOnly("APPLIED");
    }

    @Test
    void a_line_known_from_earlier_nights_is_a_duplicate() {
        state.know(batch("PO-1", 20));
        state.know(turn(1, chairs("A", 5)), YESTERDAY, null);
        state.know(turn(2, chairs("B", 5)), YESTERDAY, "PO-1");
        state.knowClosed(chairs("C", 5), LineState.DISPATCHED);
        assertThat(outcomes(load(chairs("A", 5), chairs("B", 5), chairs("C", 5))))
                .containsOnly("DUPLICATE");
        assertThat(state.lines(line -> true)).extracting(NightLine::turn).containsExactly(1L, 2L);
    }

    @Test
    void a_line_that_opening_allocations_loaded_is_a_duplicate_among_order_lines() {
        load(feed(Feed.ALLOCATIONS, chairs("A", 5)));
        assertThat(outcomes(load(chairs("A", 5)))).containsExactly("DUPLICATE");
    }

    @Test
    void a_line_cancelled_on_an_earlier_night_is_rejected() {
        state.knowClosed(chairs("A", 5), LineState.CANCELLED);
        assertThat(outcomes(load(chairs("A", 5)))).containsExactly("CANCELLED_BEFORE");
        assertThat(state.stateOf(chairs("A", 5))).isEqualTo(LineState.CANCELLED);
    }

    @Test
    void the_second_of_equal_lines_is_repeated_whatever_the_first_came_to() {
        state.knowClosed(chairs("A", 5), LineState.CANCELLED);
        state.know(turn(1, chairs("B", 5)), YESTERDAY, null);
        assertThat(outcomes(load(chairs("A", 5), chairs("A", 5), chairs("B", 5), chairs("B", 5))))
                .containsExactly("CANCELLED_BEFORE", "REPEATED", "DUPLICATE", "REPEATED");
    }
}
