package nightfill.application.night;

import java.io.IOException;
import java.util.function.Consumer;
import nightfill.application.feeds.AcceptFeeds;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.problem.Problem;
import nightfill.application.problem.StopToken;
import nightfill.application.report.ReportFolders;
import nightfill.application.run.Fence;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;

/** Runs the night of a date, takes up one that was left unfinished, or finds that it is done. */
public record RunNight(WorkUnderLock underLock, Means means) {

    /** What it takes. */
    public record Means(
            Runs runs, Fence fence, AcceptFeeds acceptFeeds, FeedFiles files, ReportFolders folders, NightJob job) {

        /** Forgets a run that loads, as if it had never been. */
        void discard(Run loading) throws IOException {
            fence.around(() -> files.forget(loading));
            fence.inTransaction(() -> runs.discard(loading));
        }
    }

    /**
     * Runs, takes up or finds done, passing on the run before anything is done for it.
     *
     * @throws Problem with the exit code of whatever kept the night from being finished
     */
    public NightOutcome run(NightRequest request, Consumer<Run> begun, StopToken stop) {
        return underLock.run(request, stop, () -> new Night(means, request).run(begun, stop));
    }
}
