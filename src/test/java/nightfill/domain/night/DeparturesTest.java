package nightfill.domain.night;

import static nightfill.domain.night.Given.TONIGHT;
import static nightfill.domain.night.Given.YESTERDAY;
import static nightfill.domain.night.Given.batch;
import static nightfill.domain.night.Given.chairs;
import static nightfill.domain.night.Given.feed;
import static nightfill.domain.night.Given.outcomes;
import static nightfill.domain.night.Given.turn;
import static org.assertj.core.api.Assertions.assertThat;

import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeparturesTest {

    private static final OrderLine OPEN = chairs("open", 1);
    private static final OrderLine ALLOCATED = chairs("allocated", 5);
    private static final OrderLine DISPATCHED = chairs("dispatched", 1);
    private static final OrderLine CANCELLED = chairs("cancelled", 1);
    private static final OrderLine LEFT = chairs("left", 1);
    private static final OrderLine LOADED = chairs("loaded", 2);
    private static final OrderLine UNKNOWN = chairs("unknown", 1);

    private final NightState state = new NightState();
    private final Departures departures = new Departures(state, Rules.CURRENT);
    private final Batch batch = batch("PO-1", 20);

    @BeforeEach
    void know() {
        state.know(batch);
        state.know(turn(1, OPEN), YESTERDAY, null);
        state.know(turn(2, ALLOCATED), YESTERDAY, "PO-1");
        state.knowClosed(DISPATCHED, LineState.DISPATCHED);
        state.knowClosed(CANCELLED, LineState.CANCELLED);
        state.knowClosed(LEFT, LineState.LEFT);
        state.add(NightLine.loaded(turn(3, LOADED), TONIGHT));
    }

    private String dispatch(OrderLine line) {
        FeedRows feed = feed(Feed.DISPATCHES, line);
        departures.dispatch(feed);
        return outcomes(feed).get(0);
    }

    private String cancel(OrderLine line) {
        FeedRows feed = feed(Feed.CANCELLATIONS, line);
        departures.cancel(feed);
        return outcomes(feed).get(0);
    }

    @Test
    void an_allocated_line_is_dispatched_and_keeps_its_batch() {
        assertThat(dispatch(ALLOCATED)).isEqualTo("APPLIED");
        assertThat(state.stateOf(ALLOCATED)).isEqualTo(LineState.DISPATCHED);
        assertThat(state.line(ALLOCATED).batch()).isEqualTo(batch);
        assertThat(batch.dispatchedQuantity()).isEqualTo(5);
    }

    @Test
    void the_dispatch_of_an_open_line_waits_until_it_had_its_turn() {
        assertThat(dispatch(OPEN)).isEqualTo("APPLIED");
        assertThat(dispatch(LOADED)).isEqualTo("APPLIED");
        assertThat(state.stateOf(OPEN)).isEqualTo(LineState.OPEN);
        assertThat(state.stateOf(LOADED)).isEqualTo(LineState.OPEN);
        assertThat(dispatch(OPEN)).isEqualTo("DUPLICATE");
    }

    @Test
    void by_the_first_rules_an_open_line_cannot_be_dispatched() {
        FeedRows feed = feed(Feed.DISPATCHES, OPEN, LOADED, OPEN);
        new Departures(state, Rules.ONE).dispatch(feed);
        assertThat(outcomes(feed)).containsOnly("NOT_ALLOCATED");
        assertThat(state.line(OPEN).isLeaving()).isFalse();
    }

    @Test
    void a_cancelled_line_cannot_be_dispatched() {
        assertThat(dispatch(CANCELLED)).isEqualTo("NOT_ALLOCATED");
    }

    @Test
    void a_line_whose_goods_are_gone_is_not_cancelled() {
        dispatch(OPEN);
        dispatch(LOADED);
        assertThat(cancel(OPEN)).isEqualTo("DISPATCHED");
        state.knowBelated(Feed.CANCELLATIONS, LOADED);
        departures.cancelBelated();
        assertThat(state.stateOf(LOADED)).isEqualTo(LineState.OPEN);
    }

    @Test
    void a_line_that_left_without_a_batch_is_as_good_as_dispatched() {
        assertThat(dispatch(LEFT)).isEqualTo("DUPLICATE");
        assertThat(cancel(LEFT)).isEqualTo("DISPATCHED");
    }

    @Test
    void a_line_dispatched_already_is_a_duplicate_from_whatever_night() {
        assertThat(dispatch(DISPATCHED)).isEqualTo("DUPLICATE");
        dispatch(ALLOCATED);
        assertThat(dispatch(ALLOCATED)).isEqualTo("DUPLICATE");
        assertThat(batch.dispatchedQuantity()).isEqualTo(5);
    }

    @Test
    void a_line_that_nobody_knows_can_be_neither_dispatched_nor_cancelled() {
        assertThat(dispatch(UNKNOWN)).isEqualTo("UNKNOWN_LINE");
        assertThat(dispatch(chairs("allocated", 4))).isEqualTo("UNKNOWN_LINE");
        assertThat(cancel(UNKNOWN)).isEqualTo("UNKNOWN_LINE");
    }

    @Test
    void a_cancelled_line_loses_its_batch() {
        assertThat(cancel(ALLOCATED)).isEqualTo("APPLIED");
        assertThat(state.stateOf(ALLOCATED)).isEqualTo(LineState.CANCELLED);
        assertThat(batch.availableQuantity()).isEqualTo(20);
    }

    @Test
    void open_lines_can_be_cancelled_also_those_of_tonight() {
        assertThat(cancel(OPEN)).isEqualTo("APPLIED");
        assertThat(cancel(LOADED)).isEqualTo("APPLIED");
        assertThat(state.stateOf(OPEN)).isEqualTo(LineState.CANCELLED);
        assertThat(state.stateOf(LOADED)).isEqualTo(LineState.CANCELLED);
    }

    @Test
    void a_line_cancelled_already_is_a_duplicate_from_whatever_night() {
        assertThat(cancel(CANCELLED)).isEqualTo("DUPLICATE");
        cancel(OPEN);
        assertThat(cancel(OPEN)).isEqualTo("DUPLICATE");
    }

    @Test
    void a_line_that_has_left_cannot_be_cancelled() {
        assertThat(cancel(DISPATCHED)).isEqualTo("DISPATCHED");
        dispatch(ALLOCATED);
        assertThat(cancel(ALLOCATED)).isEqualTo("DISPATCHED");
        assertThat(state.stateOf(ALLOCATED)).isEqualTo(LineState.DISPATCHED);
    }

    @Test
    void every_row_is_judged_by_what_the_rows_above_it_did() {
        FeedRows feed = feed(Feed.DISPATCHES, OPEN, ALLOCATED, ALLOCATED, OPEN);
        departures.dispatch(feed);
        assertThat(outcomes(feed)).containsExactly("APPLIED", "APPLIED", "DUPLICATE", "DUPLICATE");
    }

    @Test
    void a_belated_cancellation_cancels_the_line_that_tonight_brings_once() {
        state.knowBelated(Feed.CANCELLATIONS, LOADED);
        state.knowBelated(Feed.CANCELLATIONS, LOADED);
        state.knowBelated(Feed.CANCELLATIONS, OPEN);
        departures.cancelBelated();
        assertThat(state.stateOf(LOADED)).isEqualTo(LineState.CANCELLED);
        assertThat(state.stateOf(OPEN)).isEqualTo(LineState.OPEN);
    }
}
