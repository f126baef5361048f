package nightfill.application.night;

import java.io.IOException;
import java.util.Optional;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.report.InstalledReports;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** Judges whether anything is in the way of a new run: another run, a later night, reports that are missing. */
record ClearWay(Runs runs, InstalledReports installed, NightRequest request) {

    /** Whether a finished run can still be corrected. */
    boolean isLast(Run finished) {
        return runs.lastFinished().equals(Optional.of(finished))
                && runs.unfinished().isEmpty();
    }

    /**
     * Judges in the order of the contract what a new run would meet.
     *
     * @throws Problem (refused) naming what is in the way
     */
    void require(@Nullable Run replaced) throws IOException {
        installed.requireSameDatabase();
        Optional<Run> unfinished = runs.unfinished();
        if (unfinished.isPresent()) {
            throw Problem.refused(
                    "%s is unfinished and has to come first"
                            .formatted(unfinished.get().title()),
                    Act.FINISH_OR_ABANDON);
        }
        if (replaced == null && request.correction()) {
            throw Problem.refused(
                    "%s is not finished, so there is nothing to correct".formatted(request.date()),
                    Act.RUN_UNCORRECTED);
        }
        if (replaced != null && !isLast(replaced)) {
            throw Problem.refused("%s is no longer the last night and cannot be corrected".formatted(replaced.title()));
        }
        requirePreviousReports(replaced);
    }

    private void requirePreviousReports(@Nullable Run replaced) throws IOException {
        Optional<Run> previous = replaced == null
                ? runs.lastFinished()
                : Optional.ofNullable(replaced.previousId()).map(runs::get);
        if (previous.isPresent()) {
            installed.requireIntact(previous.get());
        }
    }
}
