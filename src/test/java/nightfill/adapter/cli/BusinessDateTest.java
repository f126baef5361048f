package nightfill.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void today_and_yesterday_are_told_by_the_calendar() {
        assertThat(BusinessDate.parse("today", TODAY)).isEqualTo(TODAY);
        assertThat(BusinessDate.parse("yesterday", TODAY)).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01", "2026-11-20", "2024-02-29", "2199-12-31"})
    void any_date_of_the_two_centuries_is_one(String text) {
        assertThat(BusinessDate.parse(text, TODAY)).isEqualTo(LocalDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1999-12-31",
                "2200-01-01",
                "2026-02-29",
                "2026-1-1",
                "20261120",
                "20.11.2026",
                "Today",
                "tomorrow",
                "2026-11-20 "
            })
    void anything_else_is_wrong_usage(String text) {
        assertThatThrownBy(() -> BusinessDate.parse(text, TODAY))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.USAGE))
                .hasMessage("--date is %s, which is neither a date from 2000-01-01 to 2199-12-31 nor today or yesterday"
                        .formatted(text));
    }
}
