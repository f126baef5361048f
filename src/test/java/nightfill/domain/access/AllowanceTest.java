package nightfill.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    @Test
    void twenty_are_noted_at_once_and_the_rest_is_counted() {
        Allowance allowance = Allowance.FULL;
        for (int number = 0; number < 20; number++) {
            assertThat(allowance.hasRoom(NOW)).as("%d", number).isTrue();
            allowance = allowance.after(NOW);
        }

        assertThat(allowance.hasRoom(NOW)).isFalse();
        assertThat(allowance.after(NOW).after(NOW).unsaid()).isEqualTo(2);
    }

    @Test
    void each_minute_one_more_is_noted_and_clears_the_count() {
        Instant later = NOW.plus(Duration.ofMinutes(1));
        Allowance flooded = flooded(1000);

        assertThat(flooded.hasRoom(later.minusNanos(1))).isFalse();
        assertThat(flooded.hasRoom(later)).isTrue();
        assertThat(flooded.after(later).unsaid()).isZero();
        assertThat(flooded.after(later).hasRoom(later)).isFalse();
    }

    @Test
    void after_a_quiet_time_twenty_are_noted_again_and_no_more() {
        Instant later = NOW.plus(Duration.ofDays(3));
        Allowance allowance = flooded(1000);
        int noted = 0;
        for (int number = 0; number < 100; number++) {
            noted += allowance.hasRoom(later) ? 1 : 0;
            allowance = allowance.after(later);
        }

        assertThat(noted).isEqualTo(20);
    }

    private static Allowance flooded(int refusals) {
        Allowance allowance = Allowance.FULL;
        for (int number = 0; number < refusals; number++) {
            allowance = allowance.after(NOW);
        }
        return allowance;
    }
}
