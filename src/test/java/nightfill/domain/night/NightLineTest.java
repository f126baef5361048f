package nightfill.domain.night;

import static nightfill.domain.night.Given.ETA;
import static nightfill.domain.night.Given.TONIGHT;
import static nightfill.domain.night.Given.YESTERDAY;
import static nightfill.domain.night.Given.batch;
import static nightfill.domain.night.Given.chairs;
import static nightfill.domain.night.Given.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.ShortageReason;
import org.junit.jupiter.api.Test;

class NightLineTest {

    private static final OpenLine LINE = turn(7, chairs("A", 5));

    private final Batch batch = new Batch("PO-1", "CHAIR", 20, ETA);
    private final Batch other = batch("PO-2", 20);

    @Test
    void a_line_loaded_tonight_is_open_and_has_no_past() {
        NightLine line = NightLine.loaded(LINE, TONIGHT);
        assertThat(line.line()).isEqualTo(LINE);
        assertThat(line.turn()).isEqualTo(7);
        assertThat(line.since()).isEqualTo(TONIGHT);
        assertThat(line.state()).isEqualTo(LineState.OPEN);
        assertThat(line.isLoadedTonight()).isTrue();
        assertThat(line.isAllocatedTonight()).isFalse();
        assertThat(line.batch()).isNull();
        assertThat(line.batchBefore()).isNull();
        assertThat(line.etaBefore()).isNull();
        assertThat(line.cause()).isNull();
        assertThat(line.reason()).isNull();
    }

    @Test
    void a_known_line_without_batch_is_open() {
        NightLine line = NightLine.known(LINE, YESTERDAY, null);
        assertThat(line.is(LineState.OPEN)).isTrue();
        assertThat(line.is(LineState.ALLOCATED)).isFalse();
        assertThat(line.since()).isEqualTo(YESTERDAY);
        assertThat(line.isLoadedTonight()).isFalse();
    }

    @Test
    void a_known_line_with_a_batch_is_allocated_and_held_there_though_not_by_tonight() {
        NightLine line = NightLine.known(LINE, YESTERDAY, batch);
        assertThat(line.state()).isEqualTo(LineState.ALLOCATED);
        assertThat(line.batch()).isEqualTo(batch);
        assertThat(line.batchBefore()).isEqualTo(batch);
        assertThat(line.isAllocatedTonight()).isFalse();
        assertThat(batch.lines()).containsExactly(LINE);
    }

    @Test
    void the_eta_promised_before_is_remembered() {
        NightLine line = NightLine.known(LINE, YESTERDAY, batch);
        batch.change(20, null);
        assertThat(line.etaBefore()).isEqualTo(ETA);
    }

    @Test
    void an_allocated_line_is_bound_to_its_batch() {
        NightLine line = NightLine.loaded(LINE, TONIGHT);
        assertThat(line.allocate(batch)).isTrue();
        assertThat(line.state()).isEqualTo(LineState.ALLOCATED);
        assertThat(line.batch()).isEqualTo(batch);
        assertThat(line.isAllocatedTonight()).isTrue();
        assertThat(batch.lines()).containsExactly(LINE);
    }

    @Test
    void a_line_that_does_not_fit_stays_open() {
        NightLine line = NightLine.loaded(LINE, TONIGHT);
        assertThat(line.allocate(batch("PO-3", 4))).isFalse();
        assertThat(line.state()).isEqualTo(LineState.OPEN);
        assertThat(line.batch()).isNull();
    }

    @Test
    void a_line_is_never_allocated_twice() {
        NightLine line = NightLine.loaded(LINE, TONIGHT);
        line.allocate(batch);
        assertThatThrownBy(() -> line.allocate(other)).isInstanceOf(IllegalStateException.class);
        assertThat(other.lines()).isEmpty();
        assertThat(line.batch()).isEqualTo(batch);
    }

    @Test
    void a_released_line_is_open_again_and_its_units_are_free() {
        NightLine line = NightLine.known(LINE, YESTERDAY, batch);
        line.release();
        assertThat(line.state()).isEqualTo(LineState.OPEN);
        assertThat(line.batch()).isNull();
        assertThat(line.lost()).isEqualTo(batch);
        assertThat(line.cause()).isEqualTo(ReleaseCause.BATCH_REDUCED);
        assertThat(batch.lines()).isEmpty();
    }

    @Test
    void a_released_line_that_finds_its_batch_again_is_allocated_tonight() {
        NightLine line = NightLine.known(LINE, YESTERDAY, batch);
        line.release();
        line.allocate(batch);
        assertThat(line.isAllocatedTonight()).isTrue();
        assertThat(line.lost()).isEqualTo(batch);
    }

    @Test
    void a_cancelled_line_loses_its_batch_and_never_gets_another() {
        NightLine line = NightLine.known(LINE, YESTERDAY, batch);
        line.cancel();
        assertThat(line.state()).isEqualTo(LineState.CANCELLED);
        assertThat(line.lost()).isEqualTo(batch);
        assertThat(line.cause()).isEqualTo(ReleaseCause.CANCELLED);
        assertThat(batch.lines()).isEmpty();
        assertThatThrownBy(() -> line.allocate(other)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(line::cancel).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_open_line_that_is_cancelled_has_lost_no_batch() {
        NightLine line = NightLine.loaded(LINE, TONIGHT);
        line.cancel();
        assertThat(line.lost()).isNull();
        assertThat(line.cause()).isEqualTo(ReleaseCause.CANCELLED);
    }

    @Test
    void a_dispatched_line_keeps_its_batch_and_is_neither_released_nor_cancelled() {
        NightLine line = NightLine.known(LINE, YESTERDAY, batch);
        line.dispatch();
        assertThat(line.state()).isEqualTo(LineState.DISPATCHED);
        assertThatThrownBy(line::release).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(line::cancel).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(line::dispatch).isInstanceOf(IllegalStateException.class);
        assertThat(line.batch()).isEqualTo(batch);
        assertThat(line.cause()).isNull();
        assertThat(batch.dispatchedQuantity()).isEqualTo(5);
        assertThat(batch.lines()).isEmpty();
    }

    @Test
    void an_open_line_cannot_be_dispatched_or_released() {
        NightLine line = NightLine.loaded(LINE, TONIGHT);
        assertThatThrownBy(line::dispatch).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(line::release).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_line_that_stays_open_says_why() {
        NightLine line = NightLine.loaded(LINE, TONIGHT);
        line.leaveOpen(ShortageReason.SHORT);
        assertThat(line.reason()).isEqualTo(ShortageReason.SHORT);
        assertThat(line.state()).isEqualTo(LineState.OPEN);
    }
}
