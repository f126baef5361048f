package nightfill.adapter.job;

import nightfill.application.night.Ledger;
import nightfill.domain.run.Run;
import org.springframework.batch.core.step.Step;

/** Applies the dispatches of later dates to the lines that only this late night brings and has now allocated. */
final class DispatchBelatedStep {

    private final StepFrame frame;
    private final Ledger ledger;

    DispatchBelatedStep(StepFrame frame, Ledger ledger) {
        this.frame = frame;
        this.ledger = ledger;
    }

    Step step(Run run) {
        return frame.once("dispatch belated lines", () -> ledger.dispatchBelatedLines(run));
    }
}
