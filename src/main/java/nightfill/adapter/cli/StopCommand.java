package nightfill.adapter.cli;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import nightfill.application.ExitCode;
import nightfill.application.port.Executions.Execution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Stops the night that is under way. */
@Command(
        name = "stop",
        description = "Stops the night that is under way, at its next commit; run it again to go on.",
        mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The execution, as status tells it.")
    @Nullable
    Long id;

    @Spec
    @Nullable
    CommandSpec spec;

    StopCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        return workplace.withDatabase(useCases -> {
            Execution stopping = useCases.stopRun().stop(Optional.ofNullable(id));
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .printf("%s run %d stops at its next commit%n", stopping.date(), stopping.number());
            return ExitCode.DONE.number();
        });
    }
}
