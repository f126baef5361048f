package nightfill.application.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nightfill.application.problem.Problem;
import nightfill.application.report.InstalledReports;
import nightfill.application.report.Recount;
import nightfill.application.report.Recount.Finding;
import nightfill.application.report.ReportFolder;
import nightfill.application.report.ReportFolders;
import nightfill.application.run.Runs;
import nightfill.application.run.Transactions;

/**
 * Counts every rule over again from the rows, and compares OUTPUT with them; changes nothing, also beside a night.
 *
 * @param asOfOneMoment shows the work within it one state of the data, and lets it change nothing
 */
public record AuditBooks(Runs runs, Recount recount, ReportFolders folders, Transactions asOfOneMoment) {

    /**
     * Goes through all checks; a run that is under way is no fault.
     *
     * @throws Problem (refused) when OUTPUT belongs to another database, (failed) when it cannot be read
     */
    public List<Finding> audit(Path output) {
        ReportFolder folder = folders.at(output);
        List<Finding> findings = new ArrayList<>();
        try {
            new InstalledReports(runs, folder).requireNoOtherDatabase();
            // first, so that whatever is there is known to the data that are looked at next
            List<String> before = folder.directories();
            asOfOneMoment.inOne(() -> {
                findings.addAll(recount.ofAll(runs.lastFinished()));
                findings.addAll(new OutputChecks(runs, recount, folder, before).findings());
            });
        } catch (IOException e) {
            throw unreadable(output, e);
        } catch (UncheckedIOException e) {
            throw unreadable(output, Objects.requireNonNull(e.getCause(), e::getMessage));
        }
        return findings;
    }

    private static Problem unreadable(Path output, IOException e) {
        return Problem.failed("%s cannot be read".formatted(output), e);
    }
}
