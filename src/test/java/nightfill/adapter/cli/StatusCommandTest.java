package nightfill.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import nightfill.application.run.Executions.Period;
import org.junit.jupiter.api.Test;

class StatusCommandTest {

    @Test
    void a_full_minute_is_told_with_its_seconds() {
        assertThat(StatusCommand.started(OffsetDateTime.parse("2026-11-20T00:30+01:00")))
                .isEqualTo("2026-11-20 00:30:00 +01:00");
    }

    @Test
    void parts_of_a_second_are_not_told() {
        assertThat(StatusCommand.started(OffsetDateTime.of(2026, 11, 20, 0, 30, 7, 999_999_999, ZoneOffset.UTC)))
                .isEqualTo("2026-11-20 00:30:07 +00:00");
    }

    @Test
    void a_night_while_clocks_are_put_back_takes_as_long_as_it_took() {
        OffsetDateTime began = OffsetDateTime.parse("2026-10-25T02:50+02:00");
        OffsetDateTime ended = OffsetDateTime.parse("2026-10-25T02:10+01:00");
        assertThat(StatusCommand.took(new Period(began, ended, Duration.ofMinutes(20))))
                .isEqualTo("0:20:00");
        assertThat(StatusCommand.took(new Period(began, ended, Duration.ofMinutes(-40))))
                .isEqualTo("-");
    }
}
