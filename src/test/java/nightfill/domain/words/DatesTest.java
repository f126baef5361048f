package nightfill.domain.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01", "2199-12-31", "2024-02-29", "2000-02-29", "2026-11-20", "2026-04-30"})
    void existing_dates_of_2000_to_2199_are_accepted(String text) {
        assertThat(Dates.parse(text)).hasValue(LocalDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0000-01-01",
                "1999-12-31",
                "2200-01-01",
                "2025-02-29",
                "2100-02-29",
                "2026-04-31",
                "2026-13-01",
                "2026-00-10",
                "2026-01-00",
                "2026-01-32",
                "2026-1-1",
                "26-01-01",
                "20260101",
                "2026/01/01",
                "01.02.2026",
                "2026-01-01T00:00",
                "+2026-01-01",
                "-026-01-01",
                "2026-0101-",
                "٢٠٢٦-٠١-٠١",
                "2026-01-0１",
                "12026-01-01",
                "2026-01-01 ",
                "2026-+1-01",
                "2026-01--1"
            })
    void anything_else_is_none(String text) {
        assertThat(Dates.parse(text)).isEmpty();
    }

    @Test
    void every_day_of_the_two_centuries_is_accepted() {
        LocalDate.of(2000, 1, 1)
                .datesUntil(LocalDate.of(2200, 1, 1))
                .forEach(date -> assertThat(Dates.parse(date.toString())).hasValue(date));
    }
}
