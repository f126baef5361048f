package nightfill.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsualTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Test
    void the_median_is_one_that_occurred() {
        assertThat(median()).isNull();
        assertThat(median(5)).isEqualTo(5);
        assertThat(median(9, 1)).isEqualTo(1);
        assertThat(median(900, 2, 3)).isEqualTo(3);
        assertThat(median(4, 1, 3, 2)).isEqualTo(2);
    }

    private static @Nullable Integer median(Integer... seconds) {
        Duration median =
                Usual.median(Stream.of(seconds).map(Duration::ofSeconds).toList());
        return median == null ? null : (int) median.toSeconds();
    }

    @Test
    void nights_are_compared_with_the_last_eight_of_their_weekday() {
        List<LocalDate> nights = Stream.iterate(FRIDAY.plusWeeks(2), date -> date.minusDays(1))
                .limit(120)
                .toList();

        List<LocalDate> same = Usual.sameWeekday(FRIDAY, nights, Function.identity());

        assertThat(same).hasSize(8).startsWith(FRIDAY.minusWeeks(1)).endsWith(FRIDAY.minusWeeks(8));
    }
}
