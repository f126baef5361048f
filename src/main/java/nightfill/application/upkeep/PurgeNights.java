package nightfill.application.upkeep;

import java.io.IOException;
import java.time.LocalDate;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.problem.Problem;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;

/** Removes what old nights left beside data and reports, which it never touches; safe beside a night. */
public record PurgeNights(ExecutionRecords executions, LogFiles logs, Runs runs, FeedFiles files) {

    /**
     * Removes records of executions and logs, and kept feeds if they are meant too; doing so again finds nothing.
     *
     * @param day the first that stays
     * @throws Problem (failed) when a file cannot be removed
     */
    public Purged purge(LocalDate day, boolean feeds) {
        int removed = executions.removeBefore(day);
        try {
            return new Purged(removed, logs.removeBefore(day), feeds ? forgetFeeds(day) : 0);
        } catch (IOException e) {
            throw Problem.failed("not all could be removed", e);
        }
    }

    /** Only finished runs are forgotten: an unfinished one goes on with its copies. */
    private int forgetFeeds(LocalDate day) throws IOException {
        int forgotten = 0;
        for (Run run : runs.everFinished()) {
            if (run.date().isBefore(day) && files.isAnyKept(run)) {
                files.forget(run);
                forgotten++;
            }
        }
        return forgotten;
    }

    /**
     * What was removed.
     *
     * @param executions whose records
     * @param logs files
     * @param feeds runs whose kept feeds
     */
    public record Purged(int executions, int logs, int feeds) {}
}
