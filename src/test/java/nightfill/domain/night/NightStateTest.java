package nightfill.domain.night;

import static nightfill.domain.night.Given.TONIGHT;
import static nightfill.domain.night.Given.YESTERDAY;
import static nightfill.domain.night.Given.batch;
import static nightfill.domain.night.Given.chairs;
import static nightfill.domain.night.Given.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nightfill.domain.allocation.Batch;
import nightfill.domain.feed.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NightStateTest {

    private final NightState state = new NightState();

    @Test
    void knows_batches_by_their_reference() {
        Batch batch = batch("PO-1", 20);
        state.know(batch);
        assertThat(state.batch("PO-1")).isSameAs(batch);
        assertThat(state.batch("PO-2")).isNull();
        assertThat(state.batches()).containsExactly(batch);
    }

    @Test
    void knows_what_has_become_of_each_line() {
        state.know(batch("PO-1", 20));
        state.know(turn(1, chairs("A", 1)), YESTERDAY, null);
        state.know(turn(2, chairs("B", 1)), YESTERDAY, "PO-1");
        state.knowClosed(chairs("C", 1), LineState.DISPATCHED);
        state.knowClosed(chairs("D", 1), LineState.CANCELLED);
        assertThat(state.stateOf(chairs("A", 1))).isEqualTo(LineState.OPEN);
        assertThat(state.stateOf(chairs("B", 1))).isEqualTo(LineState.ALLOCATED);
        assertThat(state.stateOf(chairs("C", 1))).isEqualTo(LineState.DISPATCHED);
        assertThat(state.stateOf(chairs("D", 1))).isEqualTo(LineState.CANCELLED);
        assertThat(state.stateOf(chairs("E", 1))).isNull();
        assertThat(state.stateOf(chairs("A", 2))).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "ALLOCATED"})
    void a_line_that_nights_still_change_is_not_closed(LineState how) {
        assertThatThrownBy(() -> state.knowClosed(chairs("A", 1), how))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not closed: " + how);
    }

    @Test
    void lists_lines_by_turn_without_those_closed_before() {
        state.know(turn(30, chairs("A", 1)), YESTERDAY, null);
        state.know(turn(4, chairs("B", 1)), YESTERDAY, null);
        state.add(NightLine.loaded(turn(5, chairs("C", 2)), TONIGHT));
        state.knowClosed(chairs("D", 1), LineState.CANCELLED);
        assertThat(state.lines(line -> true)).extracting(NightLine::turn).containsExactly(4L, 5L, 30L);
        assertThat(state.lines(NightLine::isLoadedTonight))
                .extracting(NightLine::turn)
                .containsExactly(5L);
    }

    @Test
    void only_a_line_that_was_not_closed_before_can_be_had() {
        state.know(turn(1, chairs("A", 1)), YESTERDAY, null);
        state.knowClosed(chairs("B", 1), LineState.CANCELLED);
        assertThat(state.line(chairs("A", 1)).turn()).isEqualTo(1);
        assertThatThrownBy(() -> state.line(chairs("B", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("closed or unknown: " + chairs("B", 1));
    }

    @Test
    void knows_which_batches_a_later_date_has_fed() {
        state.knowSuperseded("PO-1");
        assertThat(state.isSuperseded("PO-1")).isTrue();
        assertThat(state.isSuperseded("PO-2")).isFalse();
    }

    @Test
    void of_what_a_later_date_could_not_find_only_what_tonight_loads_is_belated() {
        state.know(turn(1, chairs("A", 1)), YESTERDAY, null);
        state.add(NightLine.loaded(turn(2, chairs("B", 1)), TONIGHT));
        state.add(NightLine.loaded(turn(3, chairs("C", 1)), TONIGHT));
        state.knowBelated(Feed.DISPATCHES, chairs("A", 1));
        state.knowBelated(Feed.DISPATCHES, chairs("B", 1));
        state.knowBelated(Feed.DISPATCHES, chairs("D", 1));
        state.knowBelated(Feed.CANCELLATIONS, chairs("C", 1));
        assertThat(state.belated(Feed.DISPATCHES)).extracting(NightLine::turn).containsExactly(2L);
        assertThat(state.belated(Feed.CANCELLATIONS))
                .extracting(NightLine::turn)
                .containsExactly(3L);
        assertThat(state.belated(Feed.ORDER_LINES)).isEmpty();
    }

    @Test
    void remembers_what_the_feed_did_to_its_batches() {
        state.add(Purchase.NEW, batch("PO-1", 1));
        state.add(Purchase.NEW, batch("PO-2", 1));
        assertThat(state.batches(Purchase.NEW)).containsExactly(batch("PO-1", 1), batch("PO-2", 1));
        assertThat(state.batches(Purchase.CHANGED)).isEmpty();
        assertThat(state.batch("PO-2")).isNotNull();
    }
}
