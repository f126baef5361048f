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
final class StopCommand extends AuditedCommand {

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The execution, as status shows it.")
    @Nullable
    Long id;

    @Override
    public void run() {
        audited(id == null ? "the night under way" : "execution " + id, (useCases, asked) -> {
            Execution stopping = useCases.nights().stop().stop(Optional.ofNullable(id));
            return said("%s stops at its next commit"
                    .formatted(stopping.run().name().title()));
        });
    }
}
