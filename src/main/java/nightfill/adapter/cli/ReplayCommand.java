package nightfill.adapter.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.replay.Replayed;
import nightfill.domain.words.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Replays a night. */
@Command(
        name = "replay",
        description = "Works a finished night out again, in memory, from its kept feeds and the state before it,"
                + " and compares; changes nothing. It takes about 1 GB of memory for a million lines"
                + " of the night and in play before it (NIGHTFILL_JAVA_OPTS=-Xmx4g).",
        mixinStandardHelpOptions = true)
final class ReplayCommand extends PrintingCommand {

    @Mixin
    DateOption date = new DateOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public void run() {
        LocalDate night = date.on(context().today());
        Path folder = output.or(context().output());
        context().withDatabase(useCases -> {
            Replayed replayed = useCases.books().replay().replay(night, folder);
            replayed.differences().forEach(difference -> out().printf("difference: %s%n", Visible.shown(difference)));
            out().flush();
            requireNone(replayed);
            out().printf(
                            "%s: %d rows of its feeds give the same data and the same rows in %d reports%n",
                            replayed.run().title(), replayed.rows(), replayed.reports());
        });
    }

    private static void requireNone(Replayed replayed) {
        if (!replayed.differences().isEmpty()) {
            throw Problem.unbalanced(
                    "%s, replayed, differs from what is kept of it"
                            .formatted(replayed.run().title()),
                    Remedy.mend("call support, and run no night until it is understood"));
        }
    }
}
