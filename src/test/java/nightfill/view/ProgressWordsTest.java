package nightfill.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nightfill.domain.watch.Pace;
import nightfill.domain.watch.Phase;
import org.junit.jupiter.api.Test;

class ProgressWordsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void a_step_is_named_with_the_part_that_it_is_at() {
        Phase phase = new Phase(3, 9, "dispatches");

        assertThat(ProgressWords.step("take effect", phase)).isEqualTo("take effect: 3 of 9, dispatches");
        assertThat(ProgressWords.numbered("take effect", phase)).isEqualTo("take effect: 3 of 9");
        assertThat(ProgressWords.step("allocate", null)).isEqualTo("allocate");
    }

    @Test
    void what_is_known_is_said() {
        assertThat(ProgressWords.pace(new Pace(12_000, MINUTE, 0.25), Duration.ofMinutes(3)))
                .isEqualTo("25 %, 12,000 rows, 200 a second, 3 min left");
        assertThat(ProgressWords.pace(new Pace(1, Duration.ZERO, null), null)).isEqualTo("1 row");
        assertThat(ProgressWords.pace(new Pace(0, MINUTE, null), null)).isEmpty();
    }
}
