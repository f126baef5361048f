package nightfill.application.report;

import java.util.List;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.report.Recount.Finding;
import nightfill.domain.run.Run;

/** Counts over again what a run did, before it is reported. */
public record AuditRun(Recount recount) {

    /**
     * Goes through what the rows of the run can show, once it has allocated.
     *
     * @throws Problem (unbalanced) naming the first fault
     */
    public void of(Run run) {
        if (run.state() != Run.State.ALLOCATING) {
            return;
        }
        List<Finding> faults = recount.of(run).stream().filter(Finding::isFault).toList();
        if (!faults.isEmpty()) {
            Finding first = faults.get(0);
            throw Problem.unbalanced(
                    "%s does not pass its audit: %s: %s (%d faults in %d checks); its reports are not installed"
                            .formatted(
                                    run.title(),
                                    first.check(),
                                    first.examples().get(0),
                                    faults.stream().mapToLong(Finding::faults).sum(),
                                    faults.size()),
                    Act.CALL_SUPPORT);
        }
    }
}
