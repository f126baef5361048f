package nightfill.domain.night;

import static nightfill.domain.night.Given.ETA;
import static nightfill.domain.night.Given.YESTERDAY;
import static nightfill.domain.night.Given.batch;
import static nightfill.domain.night.Given.chairs;
import static nightfill.domain.night.Given.turn;
import static org.assertj.core.api.Assertions.assertThat;

import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.ShortageReason;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final NightState state = new NightState();

    private void wait(long turn, OrderLine line) {
        state.know(turn(turn, line), YESTERDAY, null);
    }

    private void giveTurns() {
        new Turns(state).give();
    }

    private String batchOf(OrderLine line) {
        Batch batch = state.line(line).batch();
        return batch == null ? "none" : batch.reference();
    }

    @Test
    void the_warehouse_comes_first_then_the_earliest_eta_then_the_reference() {
        state.know(new Batch("PO-1", "CHAIR", 5, ETA.plusDays(1)));
        state.know(new Batch("PO-3", "CHAIR", 5, ETA));
        state.know(new Batch("PO-2", "CHAIR", 5, ETA));
        state.know(batch("PO-4", 5));
        for (int turn = 1; turn <= 4; turn++) {
            wait(turn, chairs("order-" + turn, 5));
        }
        giveTurns();
        assertThat(batchOf(chairs("order-1", 5))).isEqualTo("PO-4");
        assertThat(batchOf(chairs("order-2", 5))).isEqualTo("PO-2");
        assertThat(batchOf(chairs("order-3", 5))).isEqualTo("PO-3");
        assertThat(batchOf(chairs("order-4", 5))).isEqualTo("PO-1");
    }

    @Test
    void lines_take_their_turn_in_the_order_in_which_they_were_loaded_first() {
        state.know(batch("PO-1", 5));
        wait(30, chairs("late", 5));
        wait(4, chairs("early", 5));
        giveTurns();
        assertThat(batchOf(chairs("early", 5))).isEqualTo("PO-1");
        assertThat(batchOf(chairs("late", 5))).isEqualTo("none");
    }

    @Test
    void a_line_that_does_not_fit_blocks_no_later_one() {
        state.know(batch("PO-1", 5));
        wait(1, chairs("large", 6));
        wait(2, chairs("small", 5));
        giveTurns();
        assertThat(state.stateOf(chairs("large", 6))).isEqualTo(LineState.OPEN);
        assertThat(batchOf(chairs("small", 5))).isEqualTo("PO-1");
    }

    @Test
    void a_line_left_open_says_why() {
        state.know(batch("PO-1", 5));
        state.know(batch("PO-2", 5));
        wait(1, new OrderLine("A", "", "ATLANTIS", 1));
        wait(2, chairs("B", 11));
        wait(3, chairs("C", 10));
        giveTurns();
        assertThat(state.lines(line -> true))
                .extracting(NightLine::reason)
                .containsExactly(ShortageReason.UNKNOWN_SKU, ShortageReason.SHORT, ShortageReason.NO_SINGLE_BATCH);
    }

    @Test
    void an_allocated_line_is_not_moved_to_better_stock() {
        state.know(new Batch("PO-1", "CHAIR", 5, ETA));
        state.know(batch("PO-2", 5));
        state.know(turn(1, chairs("A", 5)), YESTERDAY, "PO-1");
        giveTurns();
        assertThat(batchOf(chairs("A", 5))).isEqualTo("PO-1");
        assertThat(state.line(chairs("A", 5)).isAllocatedTonight()).isFalse();
    }

    @Test
    void stock_that_lines_have_is_not_given_again() {
        state.know(batch("PO-1", 9));
        state.know(turn(1, chairs("A", 5)), YESTERDAY, "PO-1");
        wait(2, chairs("B", 5));
        wait(3, chairs("C", 4));
        giveTurns();
        assertThat(batchOf(chairs("B", 5))).isEqualTo("none");
        assertThat(batchOf(chairs("C", 4))).isEqualTo("PO-1");
    }

    @Test
    void cancelled_lines_have_no_turn() {
        state.know(batch("PO-1", 5));
        wait(1, chairs("A", 5));
        state.line(chairs("A", 5)).cancel();
        giveTurns();
        assertThat(state.stateOf(chairs("A", 5))).isEqualTo(LineState.CANCELLED);
        assertThat(state.line(chairs("A", 5)).reason()).isNull();
    }

    @Test
    void a_batch_serves_its_own_sku_alone() {
        state.know(batch("PO-1", 5));
        state.know(new Batch("PO-2", "TABLE", 5, null));
        wait(1, new OrderLine("A", "", "TABLE", 5));
        wait(2, chairs("B", 5));
        giveTurns();
        assertThat(batchOf(new OrderLine("A", "", "TABLE", 5))).isEqualTo("PO-2");
        assertThat(batchOf(chairs("B", 5))).isEqualTo("PO-1");
    }
}
