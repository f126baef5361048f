package nightfill.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Decision.OutOfStock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SkuStockTest {

    private static final LocalDate ETA = LocalDate.of(2026, 12, 1);

    /** Each by its id. */
    private final List<Supply> known = new ArrayList<>();

    @Test
    void a_line_goes_whole_to_a_batch_that_can_take_it() {
        Supply batch = supply("PO-1", null, 10);
        assertThat(stock(batch).allocate(demand(1, 4))).isEqualTo(new Allocated(demand(1, 4), batch.batchId()));
    }

    @Test
    void a_line_may_empty_a_batch() {
        SkuStock stock = stock(supply("PO-1", null, 10));
        assertThat(reference(stock.allocate(demand(1, 10)))).isEqualTo("PO-1");
        assertThat(reason(stock.allocate(demand(2, 1)))).isEqualTo(ShortageReason.SHORT);
    }

    @Test
    void two_lines_never_share_the_same_units() {
        SkuStock stock = stock(supply("PO-1", null, 10));
        assertThat(reference(stock.allocate(demand(1, 6)))).isEqualTo("PO-1");
        assertThat(reason(stock.allocate(demand(2, 6)))).isEqualTo(ShortageReason.SHORT);
    }

    @Test
    void warehouse_stock_goes_before_any_eta() {
        SkuStock stock = stock(supply("PO-1", ETA, 10), supply("PO-2", null, 10));
        assertThat(reference(stock.allocate(demand(1, 1)))).isEqualTo("PO-2");
    }

    @Test
    void the_earliest_eta_goes_first() {
        SkuStock stock = stock(
                supply("PO-1", ETA, 10), supply("PO-2", ETA.minusDays(1), 10), supply("PO-3", ETA.plusDays(1), 10));
        assertThat(reference(stock.allocate(demand(1, 10)))).isEqualTo("PO-2");
        assertThat(reference(stock.allocate(demand(2, 10)))).isEqualTo("PO-1");
        assertThat(reference(stock.allocate(demand(3, 10)))).isEqualTo("PO-3");
    }

    @Test
    void equal_batches_go_by_reference() {
        SkuStock stock = stock(supply("PO-9", ETA, 10), supply("PO-10", ETA, 10));
        assertThat(reference(stock.allocate(demand(1, 10)))).isEqualTo("PO-10");
        assertThat(reference(stock.allocate(demand(2, 10)))).isEqualTo("PO-9");
    }

    @Test
    void a_batch_too_small_is_passed_over_and_serves_a_smaller_line_later() {
        SkuStock stock = stock(supply("PO-1", null, 3), supply("PO-2", ETA, 10));
        assertThat(reference(stock.allocate(demand(1, 4)))).isEqualTo("PO-2");
        assertThat(reference(stock.allocate(demand(2, 3)))).isEqualTo("PO-1");
    }

    @Test
    void a_line_that_does_not_fit_never_blocks_later_ones() {
        SkuStock stock = stock(supply("PO-1", null, 10));
        assertThat(reason(stock.allocate(demand(1, 11)))).isEqualTo(ShortageReason.SHORT);
        assertThat(reference(stock.allocate(demand(2, 10)))).isEqualTo("PO-1");
    }

    @Test
    void without_any_batch_the_sku_is_unknown() {
        assertThat(stock().allocate(demand(1, 1))).isEqualTo(new OutOfStock(demand(1, 1), ShortageReason.UNKNOWN_SKU));
    }

    @Test
    void a_known_sku_whose_batches_are_empty_is_short() {
        assertThat(reason(stock(supply("PO-1", null, 0)).allocate(demand(1, 1))))
                .isEqualTo(ShortageReason.SHORT);
    }

    @Test
    void batches_that_have_less_together_are_short() {
        SkuStock stock = stock(supply("PO-1", null, 4), supply("PO-2", null, 5));
        assertThat(reason(stock.allocate(demand(1, 10)))).isEqualTo(ShortageReason.SHORT);
    }

    @Test
    void batches_that_have_enough_only_together_lack_a_single_one() {
        SkuStock stock = stock(supply("PO-1", null, 5), supply("PO-2", null, 5));
        assertThat(reason(stock.allocate(demand(1, 10)))).isEqualTo(ShortageReason.NO_SINGLE_BATCH);
    }

    @Test
    void the_reason_is_as_seen_when_the_turn_came() {
        SkuStock stock = stock(supply("PO-1", null, 5), supply("PO-2", null, 5));
        assertThat(reason(stock.allocate(demand(1, 7)))).isEqualTo(ShortageReason.NO_SINGLE_BATCH);
        assertThat(reference(stock.allocate(demand(2, 4)))).isEqualTo("PO-1");
        assertThat(reason(stock.allocate(demand(3, 7)))).isEqualTo(ShortageReason.SHORT);
    }

    @Test
    void totals_above_an_int_are_counted() {
        SkuStock stock = stock(
                supply("PO-1", null, Integer.MAX_VALUE - 1),
                supply("PO-2", null, Integer.MAX_VALUE - 1),
                supply("PO-3", null, Integer.MAX_VALUE - 1));
        assertThat(reason(stock.allocate(demand(1, Integer.MAX_VALUE)))).isEqualTo(ShortageReason.NO_SINGLE_BATCH);
    }

    @Test
    void the_largest_line_takes_the_largest_batch() {
        SkuStock stock = stock(supply("PO-1", null, 2147483647L));
        assertThat(reference(stock.allocate(demand(1, 2147483647)))).isEqualTo("PO-1");
        assertThat(reason(stock.allocate(demand(2, 1)))).isEqualTo(ShortageReason.SHORT);
    }

    @Test
    void every_batch_can_be_reached_whatever_their_number() {
        for (int batches = 1; batches <= 130; batches++) {
            SkuStock stock = SkuStock.of(IntStream.range(0, batches)
                    .mapToObj(day -> supply("PO-1", ETA.plusDays(day), 1))
                    .toList());
            for (int day = 0; day < batches; day++) {
                assertThat(eta(stock.allocate(demand(day, 1))))
                        .as("of %d batches", batches)
                        .isEqualTo(ETA.plusDays(day));
            }
            assertThat(reason(stock.allocate(demand(batches, 1)))).isEqualTo(ShortageReason.SHORT);
        }
    }

    private SkuStock stock(Supply... supplies) {
        return SkuStock.of(List.of(supplies));
    }

    private Supply supply(String reference, @Nullable LocalDate eta, long available) {
        Supply supply = new Supply(known.size(), reference, eta, available);
        known.add(supply);
        return supply;
    }

    private static Demand demand(long turn, int quantity) {
        return new Demand(turn, quantity);
    }

    private String reference(Decision decision) {
        assertThat(decision).isInstanceOf(Allocated.class);
        return known.get(((Allocated) decision).batchId()).reference();
    }

    private @Nullable LocalDate eta(Decision decision) {
        assertThat(decision).isInstanceOf(Allocated.class);
        return known.get(((Allocated) decision).batchId()).eta();
    }

    private static ShortageReason reason(Decision decision) {
        assertThat(decision).isInstanceOf(OutOfStock.class);
        return ((OutOfStock) decision).reason();
    }
}
