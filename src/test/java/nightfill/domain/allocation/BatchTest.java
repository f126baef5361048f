package nightfill.domain.allocation;

import static nightfill.domain.allocation.Lines.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {

    private static final LocalDate ETA = LocalDate.of(2026, 12, 1);

    @Test
    void tells_what_it_was_made_of() {
        Batch batch = new Batch("PO-1", "CHAIR", 20, ETA);
        assertThat(batch.reference()).isEqualTo("PO-1");
        assertThat(batch.sku()).isEqualTo("CHAIR");
        assertThat(batch.purchasedQuantity()).isEqualTo(20);
        assertThat(batch.eta()).isEqualTo(ETA);
        assertThat(batch.lines()).isEmpty();
        assertThat(batch.dispatchedQuantity()).isZero();
    }

    @Test
    void has_no_eta_when_in_the_warehouse() {
        assertThat(batchOf(20).eta()).isNull();
    }

    @Test
    void may_have_been_bought_with_no_units_at_all() {
        assertThat(batchOf(0).availableQuantity()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"'',CHAIR,1,0", "=1,CHAIR,1,0", "PO-1,'',1,0", "PO-1,@CHAIR,1,0", "PO-1,CHAIR,-1,0", "PO-1,CHAIR,1,-1"})
    void is_refused_with_a_wrong_identifier_or_quantity(String reference, String sku, int quantity, long dispatched) {
        assertThatThrownBy(() -> new Batch(reference, sku, quantity, null, dispatched))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a batch: %s %s %d %d".formatted(reference, sku, quantity, dispatched));
    }

    @Test
    void knows_how_much_has_left_without_the_lines_that_it_went_to() {
        Batch batch = new Batch("PO-1", "CHAIR", 20, null, 7);
        assertThat(batch.lines()).isEmpty();
        assertThat(batch.dispatchedQuantity()).isEqualTo(7);
        assertThat(batch.allocatedQuantity()).isZero();
        assertThat(batch.availableQuantity()).isEqualTo(13);
    }

    @Test
    void is_one_with_every_batch_of_its_reference_whatever_else_it_has() {
        Batch batch = new Batch("PO-1", "CHAIR", 20, null);
        assertThat(batch)
                .isEqualTo(new Batch("PO-1", "TABLE", 7, ETA))
                .hasSameHashCodeAs(new Batch("PO-1", "TABLE", 7, ETA))
                .isNotEqualTo(new Batch("po-1", "CHAIR", 20, null))
                .isNotEqualTo("PO-1");
        assertThat(batch.hashCode()).isNotEqualTo(new Batch("po-1", "CHAIR", 20, null).hashCode());
    }

    @Test
    void says_which_one_it_is() {
        assertThat(batchOf(20)).hasToString("Batch PO-1 of CHAIR");
    }

    @Test
    void an_allocated_line_takes_its_quantity_off_what_is_available() {
        Batch batch = batchOf(20);
        assertThat(batch.allocate(line(1, 2))).isTrue();
        assertThat(batch.availableQuantity()).isEqualTo(18);
        assertThat(batch.purchasedQuantity()).isEqualTo(20);
    }

    @Test
    void a_line_may_take_all_that_is_available() {
        Batch batch = batchOf(20);
        assertThat(batch.allocate(line(1, 20))).isTrue();
        assertThat(batch.availableQuantity()).isZero();
    }

    @Test
    void a_line_larger_than_what_is_available_is_not_allocated() {
        Batch batch = batchOf(20);
        assertThat(batch.allocate(line(1, 21))).isFalse();
        batch.allocate(line(2, 15));
        assertThat(batch.allocate(line(3, 6))).isFalse();
        assertThat(batch.lines()).containsExactly(line(2, 15));
    }

    @Test
    void a_line_of_another_sku_is_not_allocated() {
        Batch batch = batchOf(20);
        assertThat(batch.canAllocate(line(1, "TABLE", 1).line())).isFalse();
        assertThat(batch.allocate(line(1, "TABLE", 1))).isFalse();
        assertThat(batch.allocate(line(1, "chair", 1))).isFalse();
        assertThat(batch.availableQuantity()).isEqualTo(20);
    }

    @Test
    void a_line_allocated_twice_takes_its_units_once() {
        Batch batch = batchOf(20);
        batch.allocate(line(1, 15));
        assertThat(batch.allocate(line(1, 15))).isTrue();
        assertThat(batch.availableQuantity()).isEqualTo(5);
    }

    @Test
    void a_dispatched_line_is_not_allocated_again() {
        Batch batch = batchOf(20);
        batch.allocate(line(1, 5));
        batch.dispatch(line(1, 5));
        assertThat(batch.allocate(line(1, 5))).isTrue();
        assertThat(batch.lines()).isEmpty();
        assertThat(batch.availableQuantity()).isEqualTo(15);
    }

    @Test
    void a_line_of_an_earlier_night_is_held_even_where_it_no_longer_fits() {
        Batch batch = batchOf(10);
        batch.hold(line(1, 15));
        assertThat(batch.lines()).containsExactly(line(1, 15));
        assertThat(batch.availableQuantity()).isEqualTo(-5);
    }

    @Test
    void a_line_is_held_once() {
        Batch batch = batchOf(20);
        batch.allocate(line(1, 5));
        assertThatThrownBy(() -> batch.hold(line(1, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Batch PO-1 of CHAIR has %s already", line(1, 5));
        batch.dispatch(line(1, 5));
        assertThatThrownBy(() -> batch.hold(line(1, 5))).isInstanceOf(IllegalArgumentException.class);
        assertThat(batch.availableQuantity()).isEqualTo(15);
    }

    @Test
    void says_what_it_can_still_give_under_the_key_of_a_repository() {
        Batch batch = new Batch("PO-1", "CHAIR", 20, ETA);
        batch.allocate(line(1, 5));
        assertThat(batch.supply(42)).isEqualTo(new Supply(42, "PO-1", ETA, 15));
    }

    @Test
    void a_deallocated_line_gives_its_units_back() {
        Batch batch = batchOf(20);
        batch.allocate(line(1, 15));
        assertThat(batch.deallocate(line(1, 15))).isTrue();
        assertThat(batch.availableQuantity()).isEqualTo(20);
        assertThat(batch.lines()).isEmpty();
    }

    @Test
    void a_line_that_is_not_here_cannot_be_deallocated() {
        Batch batch = batchOf(20);
        batch.allocate(line(1, 15));
        assertThat(batch.deallocate(line(2, 15))).isFalse();
        assertThat(batch.availableQuantity()).isEqualTo(5);
    }

    @Test
    void a_dispatched_line_keeps_its_units_for_ever() {
        Batch batch = batchOf(20);
        batch.allocate(line(1, 15));
        assertThat(batch.dispatch(line(1, 15))).isTrue();
        assertThat(batch.deallocate(line(1, 15))).isFalse();
        assertThat(batch.availableQuantity()).isEqualTo(5);
        assertThat(batch.dispatchedQuantity()).isEqualTo(15);
        assertThat(batch.lines()).isEmpty();
    }

    @Test
    void a_line_leaves_once() {
        Batch batch = batchOf(20);
        batch.allocate(line(1, 15));
        batch.dispatch(line(1, 15));
        assertThat(batch.dispatch(line(1, 15))).isFalse();
        assertThat(batch.dispatchedQuantity()).isEqualTo(15);
    }

    @Test
    void a_line_that_is_not_here_cannot_be_dispatched() {
        Batch batch = batchOf(20);
        batch.allocate(line(1, 15));
        assertThat(batch.dispatch(line(2, 15))).isFalse();
        assertThat(batch.lines()).containsExactly(line(1, 15));
        assertThat(batch.dispatchedQuantity()).isZero();
    }

    @Test
    void lists_its_lines_by_turn() {
        Batch batch = batchOf(20);
        batch.allocate(line(3, 1));
        batch.allocate(line(1, 2));
        batch.allocate(line(2, 3));
        assertThat(batch.lines()).extracting(OpenLine::turn).containsExactly(1L, 2L, 3L);
    }

    @Test
    void nobody_else_can_change_its_lines() {
        Batch batch = batchOf(20);
        batch.allocate(line(1, 1));
        assertThatThrownBy(() -> batch.lines().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_change_that_holds_all_lines_leaves_no_excess() {
        Batch batch = batchOf(20);
        batch.allocate(line(1, 15));
        batch.change(15, ETA);
        assertThat(batch.excess()).isEmpty();
        assertThat(batch.availableQuantity()).isZero();
        assertThat(batch.eta()).isEqualTo(ETA);
        batch.change(40, null);
        assertThat(batch.excess()).isEmpty();
        assertThat(batch.availableQuantity()).isEqualTo(25);
        assertThat(batch.eta()).isNull();
    }

    @Test
    void the_excess_of_a_reduced_batch_is_its_newest_lines_until_the_rest_fits() {
        Batch batch = batchOf(20);
        batch.allocate(line(1, 5));
        batch.allocate(line(2, 5));
        batch.allocate(line(3, 5));
        batch.change(9, null);
        assertThat(batch.excess()).containsExactly(line(3, 5), line(2, 5));
        assertThat(batch.lines()).hasSize(3);
        assertThat(batch.availableQuantity()).isEqualTo(-6);
    }

    @Test
    void newest_means_the_last_turn_not_the_last_that_was_allocated() {
        Batch batch = batchOf(20);
        batch.allocate(line(9, 10));
        batch.allocate(line(4, 10));
        batch.change(10, null);
        assertThat(batch.excess()).containsExactly(line(9, 10));
    }

    @Test
    void a_small_older_line_does_not_survive_a_large_newer_one_by_size() {
        Batch batch = batchOf(20);
        batch.allocate(line(1, 2));
        batch.allocate(line(2, 18));
        batch.change(2, null);
        assertThat(batch.excess()).containsExactly(line(2, 18));
    }

    @Test
    void the_excess_has_no_line_whose_goods_have_left() {
        Batch batch = batchOf(20);
        batch.allocate(line(1, 5));
        batch.allocate(line(2, 5));
        batch.dispatch(line(2, 5));
        batch.change(5, null);
        assertThat(batch.excess()).containsExactly(line(1, 5));
    }

    @Test
    void what_had_left_before_counts_for_the_excess() {
        Batch batch = new Batch("PO-1", "CHAIR", 20, null, 10);
        batch.allocate(line(1, 5));
        batch.allocate(line(2, 5));
        batch.change(15, null);
        assertThat(batch.excess()).containsExactly(line(2, 5));
    }

    @Test
    void lines_of_the_excess_may_come_back_where_they_still_fit() {
        Batch batch = batchOf(20);
        batch.allocate(line(1, 5));
        batch.allocate(line(2, 12));
        batch.allocate(line(3, 2));
        batch.change(8, null);
        batch.excess().forEach(batch::deallocate);
        assertThat(batch.lines()).containsExactly(line(1, 5));
        assertThat(batch.allocate(line(3, 2))).isTrue();
        assertThat(batch.availableQuantity()).isEqualTo(1);
    }

    @Test
    void many_lines_of_the_largest_quantity_do_not_overflow() {
        Batch batch = batchOf(Integer.MAX_VALUE);
        assertThat(batch.allocate(line(1, Integer.MAX_VALUE))).isTrue();
        assertThat(batch.allocate(line(2, 1))).isFalse();
        assertThat(batch.availableQuantity()).isZero();
        batch.dispatch(line(1, Integer.MAX_VALUE));
        batch.change(0, null);
        assertThat(batch.excess()).isEmpty();
        assertThat(batch.availableQuantity()).isEqualTo(-(long) Integer.MAX_VALUE);
    }

    private static Batch batchOf(int purchased) {
        return new Batch("PO-1", "CHAIR", purchased, null);
    }
}
