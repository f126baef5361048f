package nightfill.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nightfill.domain.access.Throttle;
import org.junit.jupiter.api.Test;

/** What everyone who counts failures to log in must do. */
public abstract class FailedLogInsContract {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00.123456Z");
    private static final Throttle FIRST = new Throttle(1, NOW);
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);

    protected abstract FailedLogIns failed();

    @Test
    void nobody_has_failed_at_first() {
        assertThat(failed().of(ONE)).isEqualTo(Throttle.NONE);
    }

    @Test
    void a_failure_is_counted_for_whoever_failed() {
        assertThat(failed().note(ONE, Throttle.NONE, FIRST)).isTrue();
        assertThat(failed().of(ONE)).isEqualTo(FIRST);
        assertThat(failed().of(TWO)).isEqualTo(Throttle.NONE);
        Throttle second = new Throttle(2, NOW.plusSeconds(1));
        assertThat(failed().note(ONE, FIRST, second)).isTrue();
        assertThat(failed().of(ONE)).isEqualTo(second);
    }

    @Test
    void of_two_at_once_one_is_counted() {
        assertThat(failed().note(ONE, Throttle.NONE, FIRST)).isTrue();
        assertThat(failed().note(ONE, Throttle.NONE, FIRST)).isFalse();
        assertThat(failed().note(ONE, FIRST, new Throttle(2, NOW))).isTrue();
        assertThat(failed().note(ONE, FIRST, new Throttle(2, NOW))).isFalse();
        assertThat(failed().note(ONE, new Throttle(2, NOW.plusSeconds(1)), new Throttle(3, NOW)))
                .isFalse();
        assertThat(failed().of(ONE)).isEqualTo(new Throttle(2, NOW));
    }

    @Test
    void who_succeeds_begins_anew() {
        failed().note(ONE, Throttle.NONE, FIRST);
        failed().note(TWO, Throttle.NONE, FIRST);
        failed().forget(ONE);
        assertThat(failed().of(ONE)).isEqualTo(Throttle.NONE);
        assertThat(failed().of(TWO)).isEqualTo(FIRST);
    }

    @Test
    void old_failures_are_forgotten() {
        failed().note(ONE, Throttle.NONE, FIRST);
        failed().note(TWO, Throttle.NONE, new Throttle(1, NOW.plusSeconds(1)));
        failed().forgetBefore(NOW.plusSeconds(1));
        assertThat(failed().of(ONE)).isEqualTo(Throttle.NONE);
        assertThat(failed().of(TWO).failures()).isEqualTo(1);
    }
}
