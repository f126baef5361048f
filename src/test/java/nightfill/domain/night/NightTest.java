package nightfill.domain.night;

import static nightfill.domain.night.Given.TONIGHT;
import static nightfill.domain.night.Given.YESTERDAY;
import static nightfill.domain.night.Given.batch;
import static nightfill.domain.night.Given.chairs;
import static nightfill.domain.night.Given.fed;
import static nightfill.domain.night.Given.feed;
import static nightfill.domain.night.Given.outcomes;
import static nightfill.domain.night.Given.turn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.Test;

/** In which order the feeds of a night take effect. */
class NightTest {

    private final NightState state = new NightState();

    private void work(FeedRows... feeds) {
        new Night(
                        TONIGHT,
                        100,
                        Rules.CURRENT,
                        state,
                        new NightFeeds(Stream.of(feeds).collect(Collectors.toMap(FeedRows::feed, Function.identity()))))
                .work();
    }

    @Test
    void a_night_without_feeds_only_gives_the_open_lines_their_turn() {
        state.know(batch("PO-1", 5));
        state.know(turn(1, chairs("A", 5)), YESTERDAY, null);
        new Night(TONIGHT, 100, Rules.CURRENT, state, new NightFeeds(Map.of())).work();
        assertThat(state.stateOf(chairs("A", 5))).isEqualTo(LineState.ALLOCATED);
    }

    @Test
    void lines_of_opening_allocations_are_older_than_order_lines() {
        work(
                feed(Feed.ORDER_LINES, chairs("C", 1), chairs("A", 1)),
                feed(Feed.ALLOCATIONS, chairs("A", 1), chairs("B", 1)));
        assertThat(state.lines(line -> true))
                .extracting(NightLine::line)
                .containsExactly(turn(101, chairs("A", 1)), turn(102, chairs("B", 1)), turn(103, chairs("C", 1)));
        assertThat(state.lines(line -> true)).extracting(NightLine::since).containsOnly(TONIGHT);
    }

    @Test
    void a_line_loaded_tonight_can_be_cancelled_and_dispatched_tonight() {
        FeedRows dispatches = feed(Feed.DISPATCHES, chairs("A", 1), chairs("C", 9));
        FeedRows cancellations = feed(Feed.CANCELLATIONS, chairs("B", 1), chairs("C", 9));
        work(
                feed(Feed.BATCHES, fed("PO-1", 5, null)),
                feed(Feed.ORDER_LINES, chairs("C", 9), chairs("A", 1), chairs("B", 1)),
                dispatches,
                cancellations);
        assertThat(outcomes(dispatches)).containsExactly("APPLIED", "NOT_ALLOCATED");
        assertThat(outcomes(cancellations)).containsExactly("APPLIED", "DISPATCHED");
        assertThat(state.stateOf(chairs("A", 1))).isEqualTo(LineState.DISPATCHED);
        assertThat(state.stateOf(chairs("B", 1))).isEqualTo(LineState.CANCELLED);
        assertThat(state.stateOf(chairs("C", 9))).isEqualTo(LineState.LEFT);
    }

    @Test
    void a_line_dispatched_and_cancelled_in_the_same_night_has_left() {
        state.know(batch("PO-1", 5));
        state.know(turn(1, chairs("A", 5)), YESTERDAY, "PO-1");
        FeedRows cancellations = feed(Feed.CANCELLATIONS, chairs("A", 5));
        work(feed(Feed.DISPATCHES, chairs("A", 5)), cancellations);
        assertThat(outcomes(cancellations)).containsExactly("DISPATCHED");
    }

    @Test
    void cancellations_free_units_before_a_reduced_batch_releases_lines() {
        state.know(batch("PO-1", 10));
        state.know(turn(1, chairs("A", 5)), YESTERDAY, "PO-1");
        state.know(turn(2, chairs("B", 5)), YESTERDAY, "PO-1");
        work(feed(Feed.CANCELLATIONS, chairs("A", 5)), feed(Feed.BATCHES, fed("PO-1", 5, null)));
        assertThat(state.line(chairs("B", 5)).cause()).isNull();
        assertThat(state.stateOf(chairs("B", 5))).isEqualTo(LineState.ALLOCATED);
    }

    @Test
    void belated_cancellations_come_before_the_turns() {
        state.knowBelated(Feed.CANCELLATIONS, chairs("A", 5));
        work(feed(Feed.BATCHES, fed("PO-1", 5, null)), feed(Feed.ORDER_LINES, chairs("A", 5), chairs("B", 5)));
        assertThat(state.stateOf(chairs("A", 5))).isEqualTo(LineState.CANCELLED);
        assertThat(state.stateOf(chairs("B", 5))).isEqualTo(LineState.ALLOCATED);
    }

    @Test
    void released_lines_take_part_in_the_same_night_in_their_old_place() {
        state.know(batch("PO-1", 10));
        state.know(turn(7, chairs("A", 5)), YESTERDAY, "PO-1");
        state.know(turn(8, chairs("B", 5)), YESTERDAY, null);
        work(feed(Feed.BATCHES, fed("PO-1", 0, null), fed("PO-2", 5, null)));
        assertThat(state.stateOf(chairs("A", 5))).isEqualTo(LineState.ALLOCATED);
        assertThat(state.line(chairs("A", 5)).cause()).isEqualTo(ReleaseCause.BATCH_REDUCED);
        assertThat(state.stateOf(chairs("B", 5))).isEqualTo(LineState.OPEN);
    }

    @Test
    void opening_promises_are_kept_with_tonights_batches_before_any_line_has_its_turn() {
        work(
                feed(Feed.BATCHES, fed("PO-1", 5, null), fed("PO-2", 5, null)),
                feed(
                        Feed.ALLOCATIONS,
                        new LineRow(chairs("A", 5), "no such batch"),
                        new LineRow(chairs("B", 5), "PO-1")));
        assertThat(state.line(chairs("B", 5)).batch()).isEqualTo(batch("PO-1", 5));
        assertThat(state.line(chairs("A", 5)).batch()).isEqualTo(batch("PO-2", 5));
    }

    @Test
    void belated_dispatches_come_behind_the_turns() {
        state.knowBelated(Feed.DISPATCHES, chairs("A", 5));
        work(feed(Feed.BATCHES, fed("PO-1", 5, null)), feed(Feed.ORDER_LINES, chairs("A", 5)));
        assertThat(state.stateOf(chairs("A", 5))).isEqualTo(LineState.DISPATCHED);
        assertThat(state.line(chairs("A", 5)).isAllocatedTonight()).isTrue();
    }
}
