package nightfill.adapter.cli;

import java.nio.file.Path;
import java.util.Optional;
import nightfill.application.UseCases;
import nightfill.application.night.AbandonRun.Abandoned;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy.Act;
import nightfill.domain.words.Visible;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Undoes an unfinished run. */
@Command(
        name = "abandon",
        description = "Undoes an unfinished run whole; its date can be run again.",
        mixinStandardHelpOptions = true)
final class AbandonCommand extends AuditedCommand {

    private static final int ALL = Integer.MAX_VALUE;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "An execution of the run, as status shows it.")
    @Nullable
    Long id;

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public void run() {
        audited(id == null ? "the unfinished run" : "execution " + id, (useCases, asked) -> {
            Optional<Long> run = Optional.ofNullable(id).map(execution -> runOf(execution, useCases));
            Abandoned abandoned =
                    useCases.nights().abandon().abandon(run, output.or(context().output()));
            abandoned.left().forEach(this::warn);
            return said("%s is abandoned; nothing of it counts now"
                    .formatted(abandoned.run().title()));
        });
    }

    private void warn(Path left) {
        err().println("warning: %s stays, for somebody has put a directory there; delete it"
                .formatted(Visible.shown(left.toString())));
        err().flush();
    }

    private static long runOf(long execution, UseCases useCases) {
        return useCases.nights().executions().list(Optional.empty(), ALL).stream()
                .filter(each -> each.id() == execution)
                .mapToLong(each -> each.run().runId())
                .findFirst()
                .orElseThrow(() -> Problem.refused("there is no execution %d".formatted(execution), Act.SHOW_STATUS));
    }
}
