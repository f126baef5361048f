package nightfill.adapter.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTest {

    /** Half a start or half a stop would help nobody. */
    @Test
    void an_interrupt_waits_until_the_program_has_ended() throws IOException {
        Thread.currentThread().interrupt();

        Command command = Command.run(List.of("sh", "-c", "exec >&- 2>&-; sleep 0.2; exit 7"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(command.exitCode()).isEqualTo(7);
    }

    /** Neither the user's settings for PostgreSQL nor a secret. */
    @Test
    void a_program_is_given_the_path_and_a_plain_language_alone() throws IOException {
        Command command = Command.run(List.of("sh", "-c", "tr '\\0' '\\n' </proc/$$/environ"));

        assertThat(command.output().lines().map(variable -> variable.replaceFirst("=.*", "")))
                .containsExactlyInAnyOrder("PATH", "LC_ALL", "TZ");
    }

    @Test
    void one_that_is_missing_has_failed() {
        assertThat(Command.attempt(List.of("/nowhere/at/all")).succeeded()).isFalse();
    }
}
