package nightfill.application.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final Instant BEGAN = Instant.parse("2026-10-25T00:50:00Z");

    @Test
    void what_ended_before_it_began_took_no_time_that_is_known() {
        Times odd = new Times(BEGAN, BEGAN.minusSeconds(2400));
        assertThat(odd.took()).isNull();
        assertThat(Times.together(List.of(odd, new Times(BEGAN, BEGAN.plusSeconds(60)))))
                .isEqualTo(Duration.ofMinutes(1));
    }
}
