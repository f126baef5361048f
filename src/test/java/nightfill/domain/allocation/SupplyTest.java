package nightfill.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupplyTest {

    private static final LocalDate EARLY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATE = LocalDate.of(2199, 12, 31);

    /** Warehouse stock, then by ETA; equal ones by reference, and references by code point. */
    private static final List<Supply> PREFERRED_FIRST = List.of(
            new Supply(9, "PO-10", null, 1),
            new Supply(8, "PO-9", null, 1),
            new Supply(7, "po-1", null, 1),
            new Supply(6, "\uFF5E", null, 1),
            new Supply(5, "\uD83D\uDE9A", null, 1),
            new Supply(4, "PO-8", EARLY, 1),
            new Supply(3, "PO-1", EARLY.plusDays(1), 1),
            new Supply(2, "PO-2", EARLY.plusDays(1), 1),
            new Supply(1, "PO-0", LATE, 1));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void warehouse_stock_comes_first_then_the_earliest_eta_and_equal_ones_by_reference(long seed) {
        List<Supply> supplies = new ArrayList<>(PREFERRED_FIRST);
        Collections.shuffle(supplies, new Random(seed));
        supplies.sort(Supply.PREFERENCE);
        assertThat(supplies).as("seed %d", seed).isEqualTo(PREFERRED_FIRST);
    }
}
