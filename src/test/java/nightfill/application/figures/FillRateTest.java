package nightfill.application.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillRateTest {

    @ParameterizedTest(name = "{0} allocated, {1} open: {2}")
    @CsvSource({
        "21, 4, 840",
        "2, 1, 666",
        "0, 5, 0",
        "7, 0, 1000",
        "999999, 1, 999",
        "9223372036854774, 1, 999",
        "9223372036854775000, 807, 999",
        "4611686018427387904, 4611686018427387903, 500"
    })
    void is_told_in_tenths_of_a_percent_and_rounded_down(long allocated, long open, int tenths) {
        assertThat(new FillRate(allocated, open).tenthsOfPercent()).isEqualTo(OptionalInt.of(tenths));
    }

    @Test
    void is_none_where_nothing_took_part() {
        assertThat(new FillRate(0, 0).tenthsOfPercent()).isEmpty();
    }

    @Test
    void counts_what_stayed_open_for_any_reason() {
        Summary.Outcome outcome = new Summary.Outcome(6, 2L, Map.of("SHORT", 1L, "UNKNOWN_SKU", 3L));
        Summary.Flow flow = new Summary.Flow(9, 9, 9, 9, 9, outcome);

        assertThat(FillRate.of(flow)).isEqualTo(new FillRate(6, 4));
        assertThat(FillRate.of(flow).tookPart()).isEqualTo(10);
    }
}
