package nightfill.application.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeingTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    @ParameterizedTest(name = "{0} days: bucket {1}")
    @CsvSource({"-3, 0", "0, 0", "1, 1", "2, 1", "3, 2", "7, 2", "8, 3", "30, 3", "31, 4", "9000, 4"})
    void a_line_is_in_the_bucket_of_its_days(long days, int bucket) {
        Ageing ageing = waiting(days);

        for (int index = 0; index < ageing.buckets().size(); index++) {
            assertThat(ageing.buckets().get(index).open()).isEqualTo(index == bucket ? new Tally(2, 5) : Tally.NONE);
        }
    }

    @Test
    void a_bucket_holds_the_lines_of_several_nights() {
        assertThat(waiting(3, 5, 8).buckets().get(2).open()).isEqualTo(new Tally(4, 10));
    }

    @Test
    void the_oldest_line_tells_the_longest_wait() {
        assertThat(waiting(0, 31, 2).oldest()).hasValue(31);
        assertThat(waiting(-1).oldest()).hasValue(0);
        assertThat(waiting().oldest()).isEmpty();
    }

    private static Ageing waiting(long... days) {
        TreeMap<LocalDate, Tally> since = new TreeMap<>();
        for (long day : days) {
            since.put(DATE.minusDays(day), new Tally(2, 5));
        }
        return Ageing.of(DATE, since);
    }
}
