package nightfill.application.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import org.junit.jupiter.api.Test;

class StopTokenTest {

    private final StopToken stop = new StopToken();

    @Test
    void work_goes_on_until_somebody_stops_it() {
        assertThat(stop.isStopped()).isFalse();
        assertThat(stop.isBrokenOff()).isFalse();
        assertThatCode(stop::heed).doesNotThrowAnyException();
    }

    @Test
    void stopped_work_ends_at_its_next_step() {
        stop.stop();

        assertThat(stop.isStopped()).isTrue();
        assertThat(stop.isBrokenOff()).isFalse();
        assertThatThrownBy(stop::heed)
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("it was stopped");
    }

    @Test
    void work_that_is_broken_off_stays_so() {
        stop.breakOff();
        stop.stop();

        assertThat(stop.isStopped()).isTrue();
        assertThat(stop.isBrokenOff()).isTrue();
    }
}
