package nightfill.adapter.cli;

import java.util.Optional;
import nightfill.application.run.Executions.Execution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stops the night that is under way. */
@Command(
        name = "stop",
        description = "Stops the night that is under way, at its next commit; run it again to go on.",
        mixinStandardHelpOptions = true)
final class StopCommand extends PrintingCommand {

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The execution, as status shows it.")
    @Nullable
    Long id;

    @Override
    public void run() {
        context().withDatabase(useCases -> {
            Execution stopping = useCases.nights().stop().stop(Optional.ofNullable(id));
            out().printf("%s stops at its next commit%n", stopping.run().name().title());
        });
    }
}
