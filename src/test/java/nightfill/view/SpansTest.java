package nightfill.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "41, 41 s",
        "60, 1 min",
        "185, 3 min 5 s",
        "599, 9 min 59 s",
        "629, 10 min",
        "10140, 2 h 49 min",
        "7200, 2 h",
        "183600, 2 d 3 h"
    })
    void a_duration_has_the_units_that_matter(long seconds, String expected) {
        assertThat(Spans.text(Duration.ofSeconds(seconds))).isEqualTo(expected);
    }

    @Test
    void none_is_a_dash() {
        assertThat(Spans.text(null)).isEqualTo("\u2013");
    }

    @Test
    void what_was_a_moment_ago_by_another_clock_was_just_now() {
        assertThat(Spans.ago(Duration.ofSeconds(4))).isEqualTo("4 s ago");
        assertThat(Spans.ago(Duration.ofMillis(300))).isEqualTo("just now");
        assertThat(Spans.ago(Duration.ofSeconds(-1))).isEqualTo("just now");
    }

    @Test
    void a_change_has_a_sign() {
        Duration usual = Duration.ofMinutes(20);
        assertThat(Spans.change(Duration.ofMinutes(23), usual)).isEqualTo("+3 min");
        assertThat(Spans.change(Duration.ofMinutes(19), usual)).isEqualTo("\u22121 min");
        assertThat(Spans.change(usual, usual)).isEqualTo("\u00b10 s");
        assertThat(Spans.change(usual.minusMillis(300), usual)).isEqualTo("\u00b10 s");
        assertThat(Spans.change(null, usual)).isEmpty();
        assertThat(Spans.change(usual, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Pago_Pago, 2026-11-24 15:02, 2026-11-24 15:02:11 -11:00",
        "Pacific/Kiritimati, 16:02, 2026-11-25 16:02:11 +14:00",
        "UTC, 02:02, 2026-11-25 02:02:11 +00:00"
    })
    void a_moment_is_shown_in_the_zone_of_whoever_looks(String zone, String time, String exactly) {
        Instant moment = Instant.parse("2026-11-25T02:02:11Z");
        LocalDate today = LocalDate.of(2026, 11, 25);
        assertThat(Moments.time(moment, today, ZoneId.of(zone))).isEqualTo(time);
        assertThat(Moments.exactly(moment, ZoneId.of(zone))).isEqualTo(exactly);
        assertThat(Moments.inUtc(moment)).isEqualTo("2026-11-25 02:02:11 UTC");
        assertThat(Moments.weekday(today)).isEqualTo("Wed");
    }

    @Test
    void two_moments_of_the_hour_that_occurs_twice_can_be_told_apart() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(Moments.exactly(Instant.parse("2026-10-25T00:30:00Z"), berlin))
                .isEqualTo("2026-10-25 02:30:00 +02:00");
        assertThat(Moments.exactly(Instant.parse("2026-10-25T01:30:00Z"), berlin))
                .isEqualTo("2026-10-25 02:30:00 +01:00");
    }
}
