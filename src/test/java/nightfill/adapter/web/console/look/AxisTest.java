package nightfill.adapter.web.console.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "2, 1",
        "3, 2",
        "5, 5",
        "11, 10",
        "39, 20",
        "101, 100",
        "9223372036854775, 5000000000000000"
    })
    void counts_go_up_to_a_round_figure(long most, long step) {
        assertThat(Axis.ofCount(most)).isEqualTo(new Axis(0, step));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "70, 60", "1200, 600", "1201, 900", "7200, 3600", "400000, 200000"})
    void spans_go_up_to_what_people_count_in(long most, long step) {
        assertThat(Axis.ofSpan(most)).isEqualTo(new Axis(0, step));
    }

    @ParameterizedTest
    @CsvSource({"1000, 900, 50", "999, 900, 50", "845, 800, 100", "0, 0, 500"})
    void a_rate_begins_with_a_whole_tenth_below_the_lowest(long least, long low, long step) {
        assertThat(Axis.ofPercent(least)).isEqualTo(new Axis(low, step));
    }

    @Test
    void the_least_is_at_the_foot_and_the_most_at_the_head() {
        Axis axis = new Axis(800, 100);

        assertThat(axis.lines()).containsExactly(800L, 900L, 1000L);
        assertThat(axis.lines().stream().map(axis::share)).containsExactly(0.0, 0.5, 1.0);
    }
}
