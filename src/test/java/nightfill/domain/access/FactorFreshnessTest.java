package nightfill.domain.access;

import static nightfill.domain.access.FactorFreshness.isFresh;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FactorFreshnessTest {

    private static final Instant SHOWN = Instant.parse("2026-11-21T02:00:00Z");

    @Test
    void a_factor_is_fresh_for_fifteen_minutes() {
        assertThat(isFresh(SHOWN, SHOWN)).isTrue();
        assertThat(isFresh(SHOWN, SHOWN.plus(Duration.ofMinutes(15)))).isTrue();
        assertThat(isFresh(SHOWN, SHOWN.plus(Duration.ofMinutes(15)).plusNanos(1)))
                .isFalse();
    }

    @Test
    void one_that_will_be_shown_is_not() {
        assertThat(isFresh(SHOWN, SHOWN.minusNanos(1))).isFalse();
    }
}
