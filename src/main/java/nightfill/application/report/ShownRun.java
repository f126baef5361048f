package nightfill.application.report;

import java.io.IOException;
import java.util.Optional;
import nightfill.application.figures.Summary;
import nightfill.application.problem.Problem;
import nightfill.application.report.ReportFolder.Shown;
import nightfill.domain.run.Run;

/** What OUTPUT shows of a run that a restored database does not know and that is run again. */
public final class ShownRun {

    private ShownRun() {}

    /**
     * Its summary; nothing of a run that is run for the first time.
     *
     * @throws Problem (failed) when OUTPUT cannot be read
     */
    public static Optional<Summary> of(Run run, ReportFolder folder) {
        try {
            return run.terms().afterRestore() ? folder.shown(run.directory()).map(Shown::summary) : Optional.empty();
        } catch (IOException e) {
            throw Problem.failed("%s cannot be read".formatted(folder.place()), e);
        }
    }
}
