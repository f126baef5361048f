package nightfill.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void a_rate_is_told_once_there_are_rows_and_time() {
        assertThat(new Pace(1200, MINUTE, null).rowsPerSecond()).isEqualTo(20);
        assertThat(new Pace(0, MINUTE, null).rowsPerSecond()).isNull();
        assertThat(new Pace(5, Duration.ZERO, null).rowsPerSecond()).isNull();
    }

    @Test
    void what_remains_follows_from_the_share() {
        assertThat(new Pace(10, MINUTE, 0.25).remaining(null)).isEqualTo(Duration.ofMinutes(3));
        assertThat(new Pace(10, MINUTE, 1.0).remaining(MINUTE)).isEqualTo(Duration.ZERO);
    }

    @Test
    void what_was_done_before_is_no_part_of_the_share() {
        assertThat(Pace.since(0, 0.25)).isEqualTo(0.25);
        assertThat(Pace.since(0.5, 0.75)).isEqualTo(0.5);
        assertThat(Pace.since(0.5, 0.4)).isZero();
        assertThat(Pace.since(1, 1)).isEqualTo(1);
    }

    @Test
    void of_a_small_share_or_none_what_is_usual_is_more_telling() {
        assertThat(new Pace(10, MINUTE, 0.01).remaining(Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(4));
        assertThat(new Pace(10, MINUTE, null).remaining(Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(4));
        assertThat(new Pace(10, MINUTE, null).remaining(null)).isNull();
    }

    @Test
    void what_takes_longer_than_usual_may_end_at_any_moment() {
        assertThat(new Pace(10, MINUTE, null).remaining(Duration.ofSeconds(59))).isEqualTo(Duration.ZERO);
    }
}
