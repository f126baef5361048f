package nightfill.domain.night;

import static nightfill.domain.night.Given.YESTERDAY;
import static nightfill.domain.night.Given.batch;
import static nightfill.domain.night.Given.chairs;
import static nightfill.domain.night.Given.turn;
import static org.assertj.core.api.Assertions.assertThat;

import nightfill.domain.allocation.Batch;
import org.junit.jupiter.api.Test;

class ReleasesTest {

    private final NightState state = new NightState();
    private final Batch batch = batch("PO-1", 20);

    @Test
    void a_reduced_batch_releases_its_last_lines_until_the_rest_fits() {
        state.know(batch);
        state.know(turn(1, chairs("A", 5)), YESTERDAY, "PO-1");
        state.know(turn(2, chairs("B", 5)), YESTERDAY, "PO-1");
        state.know(turn(3, chairs("C", 5)), YESTERDAY, "PO-1");
        batch.change(9, null);
        new Releases(state).release();
        assertThat(state.stateOf(chairs("A", 5))).isEqualTo(LineState.ALLOCATED);
        assertThat(state.stateOf(chairs("B", 5))).isEqualTo(LineState.OPEN);
        assertThat(state.stateOf(chairs("C", 5))).isEqualTo(LineState.OPEN);
        assertThat(batch.availableQuantity()).isEqualTo(4);
        assertThat(state.line(chairs("C", 5)).cause()).isEqualTo(ReleaseCause.BATCH_REDUCED);
    }

    @Test
    void dispatched_lines_are_never_released() {
        state.know(batch);
        state.know(turn(1, chairs("A", 5)), YESTERDAY, "PO-1");
        state.know(turn(2, chairs("B", 5)), YESTERDAY, "PO-1");
        state.line(chairs("B", 5)).dispatch();
        batch.change(5, null);
        new Releases(state).release();
        assertThat(state.stateOf(chairs("A", 5))).isEqualTo(LineState.OPEN);
        assertThat(state.stateOf(chairs("B", 5))).isEqualTo(LineState.DISPATCHED);
    }

    @Test
    void batches_that_hold_all_their_lines_release_none() {
        state.know(batch);
        state.know(batch("PO-2", 5));
        state.know(turn(1, chairs("A", 5)), YESTERDAY, "PO-1");
        state.know(turn(2, chairs("B", 5)), YESTERDAY, "PO-2");
        batch.change(5, null);
        new Releases(state).release();
        assertThat(state.lines(line -> line.is(LineState.ALLOCATED))).hasSize(2);
    }
}
