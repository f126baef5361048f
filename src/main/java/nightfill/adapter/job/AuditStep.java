package nightfill.adapter.job;

import nightfill.application.audit.AuditRun;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;
import org.springframework.batch.core.step.Step;

/** Counts over again what the run did, before any report tells of it. */
final class AuditStep {

    private final StepFrame frame;
    private final AuditRun auditRun;
    private final Runs runs;

    AuditStep(StepFrame frame, AuditRun auditRun, Runs runs) {
        this.frame = frame;
        this.auditRun = auditRun;
        this.runs = runs;
    }

    Step step(Run run) {
        return frame.once("audit", () -> auditRun.of(runs.get(run.id())));
    }
}
