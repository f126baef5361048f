package nightfill.domain.night;

import static nightfill.domain.night.Given.TONIGHT;
import static nightfill.domain.night.Given.YESTERDAY;
import static nightfill.domain.night.Given.batch;
import static nightfill.domain.night.Given.chairs;
import static nightfill.domain.night.Given.feed;
import static nightfill.domain.night.Given.outcomes;
import static nightfill.domain.night.Given.turn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.feed.Feed;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of dispatches once every open line had its turn. */
class WaitingDispatchesTest {

    private static final OrderLine GOT = chairs("got", 3);
    private static final OrderLine WITHOUT = chairs("without", 4);
    private static final OrderLine BEFORE = chairs("before", 5);
    private static final OrderLine LATE = chairs("late", 2);

    private final NightState state = new NightState();
    private final Batch batch = batch("PO-1", 20);

    @BeforeEach
    void know() {
        state.know(batch);
        state.know(turn(1, GOT), YESTERDAY, null);
        state.know(turn(2, WITHOUT), YESTERDAY, null);
        state.know(turn(3, BEFORE), YESTERDAY, "PO-1");
        state.add(NightLine.loaded(turn(4, LATE), TONIGHT));
    }

    /** Judges the feed, gives the lines that are to get it a batch, and settles. */
    private List<String> settle(Rules rules, List<OrderLine> dispatched, OrderLine... allocated) {
        FeedRows feed = feed(Feed.DISPATCHES, dispatched.toArray(OrderLine[]::new));
        new Departures(state, rules).dispatch(feed);
        Arrays.stream(allocated).forEach(line -> state.line(line).allocate(batch));
        state.line(WITHOUT).leaveOpen(ShortageReason.SHORT);
        new WaitingDispatches(state, rules).settle(feed);
        return outcomes(feed);
    }

    private void settleBelated(Rules rules) {
        new WaitingDispatches(state, rules).settleBelated();
    }

    @Test
    void a_line_keeps_the_batch_that_its_turn_gave_it() {
        assertThat(settle(Rules.TWO, List.of(GOT), GOT)).containsExactly("APPLIED");
        assertThat(state.stateOf(GOT)).isEqualTo(LineState.DISPATCHED);
        assertThat(state.line(GOT).batch()).isEqualTo(batch);
        assertThat(state.line(GOT).isAllocatedTonight()).isTrue();
        assertThat(batch.dispatchedQuantity()).isEqualTo(3);
    }

    @Test
    void a_line_that_got_none_is_closed_and_its_row_rejected() {
        assertThat(settle(Rules.TWO, List.of(WITHOUT, WITHOUT))).containsExactly("NOT_ALLOCATED", "DUPLICATE");
        assertThat(state.stateOf(WITHOUT)).isEqualTo(LineState.LEFT);
        assertThat(state.line(WITHOUT).batch()).isNull();
        assertThat(state.line(WITHOUT).reason()).isNull();
        assertThat(state.line(WITHOUT).cause()).isNull();
    }

    @Test
    void what_was_dispatched_at_once_stays_so_and_what_nobody_dispatched_stays_open() {
        assertThat(settle(Rules.TWO, List.of(BEFORE, GOT), GOT)).containsExactly("APPLIED", "APPLIED");
        assertThat(batch.dispatchedQuantity()).isEqualTo(8);
        assertThat(state.stateOf(WITHOUT)).isEqualTo(LineState.OPEN);
        assertThat(state.stateOf(LATE)).isEqualTo(LineState.OPEN);
    }

    @Test
    void by_the_first_rules_nothing_waits() {
        assertThat(settle(Rules.ONE, List.of(GOT, WITHOUT), GOT)).containsOnly("NOT_ALLOCATED");
        assertThat(state.stateOf(GOT)).isEqualTo(LineState.ALLOCATED);
        assertThat(state.stateOf(WITHOUT)).isEqualTo(LineState.OPEN);
    }

    @ParameterizedTest
    @EnumSource
    void a_belated_dispatch_dispatches_the_line_that_tonight_brings_and_has_allocated(Rules rules) {
        state.knowBelated(Feed.DISPATCHES, LATE);
        state.knowBelated(Feed.DISPATCHES, LATE);
        state.line(LATE).allocate(batch);
        settleBelated(rules);
        assertThat(state.stateOf(LATE)).isEqualTo(LineState.DISPATCHED);
        assertThat(batch.dispatchedQuantity()).isEqualTo(2);
    }

    @Test
    void a_belated_dispatch_closes_the_line_that_got_no_batch() {
        state.knowBelated(Feed.DISPATCHES, LATE);
        settleBelated(Rules.ONE);
        assertThat(state.stateOf(LATE)).isEqualTo(LineState.OPEN);
        settleBelated(Rules.TWO);
        assertThat(state.stateOf(LATE)).isEqualTo(LineState.LEFT);
        settleBelated(Rules.TWO);
        assertThat(state.stateOf(LATE)).isEqualTo(LineState.LEFT);
    }

    @ParameterizedTest
    @EnumSource
    void a_line_of_an_earlier_night_is_not_dispatched_belatedly(Rules rules) {
        state.knowBelated(Feed.DISPATCHES, BEFORE);
        state.knowBelated(Feed.DISPATCHES, WITHOUT);
        settleBelated(rules);
        assertThat(state.stateOf(BEFORE)).isEqualTo(LineState.ALLOCATED);
        assertThat(state.stateOf(WITHOUT)).isEqualTo(LineState.OPEN);
    }
}
