package nightfill.adapter.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import nightfill.application.night.Progress;
import nightfill.application.run.MutableClock;
import nightfill.domain.watch.Phase;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    private final StringWriter shown = new StringWriter();
    private final MutableClock clock = new MutableClock();

    @Test
    void elsewhere_a_step_is_told_when_it_is_done_and_now_and_then() {
        Progress.Step step = progress(false).begin("load batches");
        work(step, 10);
        work(step, 30);
        clock.advance(Duration.ofSeconds(10));
        step.end();
        step.end();

        assertThat(shown.toString().lines())
                .containsExactly(
                        "2026-11-21T02:00:40Z load batches              50 %  512 rows, 13 a second, 0:40 left",
                        "2026-11-21T02:00:50Z load batches             done in 0:50: 512 rows, 10 a second");
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
    void what_an_earlier_run_has_done_does_not_make_the_rest_seem_quick() {
        Progress.Step step = progress(false).begin("load batches");
        step.at(0, 0.5);
        clock.advance(Duration.ofSeconds(40));
        step.at(256, 0.75);

        assertThat(shown.toString())
                .endsWith("load batches              75 %  256 rows, 6 a second, 0:40 left" + System.lineSeparator());
    }

    @Test
    void a_step_without_rows_shows_which_of_its_phases_it_is_at() {
        Progress.Step step = progress(true).begin("take effect");
        step.phase(new Phase(1, 9, "unreadable rows"));
        step.phase(new Phase(2, 9, "order lines"));
        clock.advance(Duration.ofSeconds(15));
        tick.run();
        step.end();

        assertThat(List.of(shown.toString().split(" *\r")))
                .containsExactly(
                        "",
                        "take effect …",
                        "take effect: 1 of 9      unreadable rows …",
                        "take effect: 2 of 9      order lines …",
                        "take effect: 2 of 9      order lines … 0:15",
                        "take effect              done in 0:15%41s\n".formatted(""));
    }

    @Test
    void elsewhere_one_long_statement_is_seen_to_take_its_time() {
        Progress.Step step = progress(false).begin("take effect");
        step.phase(new Phase(2, 9, "order lines"));
        tick.run();
        clock.advance(Duration.ofSeconds(31));
        tick.run();
        clock.advance(Duration.ofSeconds(1));
        tick.run();
        step.end();
        tick.run();

        assertThat(shown.toString().lines())
                .containsExactly(
                        "2026-11-21T02:00:31Z take effect: 2 of 9      order lines … 0:31",
                        "2026-11-21T02:00:32Z take effect              done in 0:32");
    }

    @Test
    void a_terminal_is_not_written_beyond_its_line() {
        progress(true)
                .begin("audit")
                .phase(new Phase(8, 19, "a line is closed without a batch where its dispatch found none"));

        assertThat(List.of(shown.toString().split("\r")))
                .last()
                .asString()
                .hasSize(78)
                .endsWith("…");
    }

    @Test
    void a_step_that_breaks_off_is_not_called_done_and_leaves_the_terminal_a_fresh_line() {
        Progress.Step step = progress(true).begin("take effect");
        clock.advance(Duration.ofSeconds(3));
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
        return new ConsoleProgress(new PrintWriter(shown, true), terminal, clock, again -> {
            tick = again;
            return () -> tick = () -> {};
        });
    }

    private Runnable tick = () -> {};
    private long items;

    /** 256 more rows of 1024. */
    private void work(Progress.Step step, int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        items += 256;
        step.at(items, items / 1024.0);
    }
}
