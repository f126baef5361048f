package nightfill.adapter.job;

import nightfill.application.report.ReportFolder;
import nightfill.application.report.WriteReports;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;
import org.springframework.batch.core.step.Step;

/** Writes the reports and notes in the same transaction that the run is finished. */
final class WriteReportsStep {

    private final StepFrame frame;
    private final WriteReports writeReports;
    private final Runs runs;

    WriteReportsStep(StepFrame frame, WriteReports writeReports, Runs runs) {
        this.frame = frame;
        this.writeReports = writeReports;
        this.runs = runs;
    }

    Step step(Run run, ReportFolder folder) {
        return frame.once("write reports", () -> writeReports.of(runs.get(run.id()), folder));
    }
}
