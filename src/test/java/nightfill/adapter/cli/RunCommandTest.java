package nightfill.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import nightfill.domain.run.Acceptance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class RunCommandTest {

    @ParameterizedTest
    @EnumSource(Acceptance.class)
    void each_guard_is_accepted_by_its_own_option_alone(Acceptance guard) {
        assertThat(accepted(guard)).containsExactly(guard);
    }

    @Test
    void none_all_or_any_of_them_may_be_accepted() {
        assertThat(accepted()).isEmpty();
        assertThat(accepted(Acceptance.values())).containsExactly(Acceptance.values());
    }

    private static Set<Acceptance> accepted(Acceptance... guards) {
        RunCommand command = new RunCommand();
        new CommandLine(command)
                .parseArgs(Stream.concat(
                                Stream.of("--date", "2026-11-20", "--input", "/in"),
                                Arrays.stream(guards).map(guard -> "--accept-" + guard.label()))
                        .toArray(String[]::new));
        return command.accepted;
    }
}
