package nightfill.adapter.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import nightfill.application.night.Progress;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    private final StringWriter shown = new StringWriter();
    private final HandClock clock = new HandClock();

    @Test
    void elsewhere_a_step_is_told_when_it_is_done_and_now_and_then() {
        Progress.Step step = progress(false).begin("load batches");
        work(step, 10);
        work(step, 30);
        clock.passSeconds(10);
        step.end();
        step.end();

        assertThat(shown.toString().lines())
                .containsExactly(
                        "2026-11-20T22:00:40Z load batches              50 %  512 rows, 13 a second, 0:40 left",
                        "2026-11-20T22:00:50Z load batches             done in 0:50: 512 rows, 10 a second");
    }

    @Test
    void on_a_terminal_one_line_moves_until_the_step_is_done() {
        Progress.Step step = progress(true).begin("load batches");
        work(step, 1);
        work(step, 1);
        step.end();

        assertThat(List.of(shown.toString().split("\r")))
                .hasSize(5)
                .last()
                .asString()
                .startsWith("load batches             done in 2.0 s: 512 rows, 256 a second")
                .endsWith("\n");
    }

    @Test
    void a_step_that_breaks_off_is_not_called_done_and_leaves_the_terminal_a_fresh_line() {
        Progress.Step step = progress(true).begin("take effect");
        clock.passSeconds(3);
        step.leave();
        step.end();

        assertThat(shown.toString())
                .contains("broken off after 3.0 s")
                .endsWith("\n")
                .doesNotContain("done");
    }

    @Test
    void a_step_that_is_done_cannot_break_off() {
        Progress.Step step = progress(false).begin("take effect");
        step.end();
        step.leave();

        assertThat(shown.toString().lines())
                .singleElement()
                .asString()
                .endsWith("take effect              done in 0.0 s");
    }

    private Progress progress(boolean terminal) {
        return new ConsoleProgress(new PrintWriter(shown, true), terminal, clock);
    }

    private long items;

    /** 256 more rows of 1024. */
    private void work(Progress.Step step, int seconds) {
        clock.passSeconds(seconds);
        items += 256;
        step.at(items, items / 1024.0);
    }

    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-11-20T22:00:00Z");

        private void passSeconds(int seconds) {
            now = now.plus(Duration.ofSeconds(seconds));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
