package nightfill.application.night;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.report.InstalledReports;
import nightfill.application.report.ReportFolders;
import nightfill.application.run.Fence;
import nightfill.application.run.RunLock;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;

/** Undoes an unfinished run whole; a run that it was to replace counts again. */
public record AbandonRun(RunLock lock, Runs runs, Ledger ledger, FeedFiles files, ReportFolders folders, Fence fence) {

    /**
     * A run that is abandoned.
     *
     * @param left what stays in OUTPUT of the reports that it began, for others have put directories there
     */
    public record Abandoned(Run run, List<Path> left) {}

    /**
     * Abandons the unfinished run, which must be the one that is meant where one is named.
     *
     * @throws Problem (refused) when there is no such run, its reports exist already, or OUTPUT belongs to another
     *     database
     */
    @SuppressWarnings("try") // the lock is only held
    public Abandoned abandon(Optional<Long> runId, Path output) {
        try (RunLock.Held held = lock.acquire()) {
            // files first, for what the rows alone say is found again after a kill
            Run run = unfinished(runId);
            InstalledReports installed = new InstalledReports(runs, folders.at(output));
            if (run.state() == Run.State.LOADING) {
                installed.requireNone(run);
                fence.around(() -> files.forget(run));
                fence.inTransaction(() -> runs.discard(run));
                return new Abandoned(run, List.of());
            }
            installed.requireSameDatabase();
            installed.requireNone(run);
            List<Path> left = removeReports(run, output);
            fence.around(() -> files.forget(run));
            fence.inTransaction(() -> new Rollback(runs, ledger).of(run));
            return new Abandoned(run, left);
        } catch (IOException e) {
            throw Problem.failed("files of the run cannot be removed", e);
        }
    }

    private List<Path> removeReports(Run run, Path output) throws IOException {
        List<Path> left = new ArrayList<>();
        fence.around(() -> left.addAll(folders.at(output).remove(run)));
        return left;
    }

    private Run unfinished(Optional<Long> runId) {
        Run run = runs.unfinished()
                .or(runs::loading)
                .orElseThrow(() -> Problem.refused("no run is unfinished, so there is nothing to abandon"));
        if (runId.isPresent() && runId.get() != run.id()) {
            throw Problem.refused(
                    "the unfinished run is %s, not the one that was named".formatted(run.title()), Act.SHOW_STATUS);
        }
        return run;
    }
}
