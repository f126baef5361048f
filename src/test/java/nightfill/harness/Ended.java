package nightfill.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** How a command ended, and what it said. */
public record Ended(int exitCode, String out, String err) {

    /** Requires that exit code, and no error where it is 0. */
    public Ended with(int expected) {
        assertThat(exitCode).as("exit code; stdout: %s; stderr: %s", out, err).isEqualTo(expected);
        if (expected == 0) {
            assertThat(errors()).isEmpty();
        }
        return this;
    }

    /** The one line that tells people what is wrong; there is neither a second one nor a stack trace. */
    public String error() {
        assertThat(errors()).as(err).hasSize(1);
        assertThat(out + err).doesNotContain("\tat ", "Exception in thread");
        return errors().get(0);
    }

    private List<String> errors() {
        return err.lines().filter(line -> line.startsWith("nightfill: ")).toList();
    }
}
