package nightfill.adapter.job;

import nightfill.application.night.TakeEffect;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;
import org.springframework.batch.core.step.Step;

/** Makes all that was loaded count, in one transaction; from then on the run is allocating. */
final class TakeEffectStep {

    private final StepFrame frame;
    private final TakeEffect takeEffect;
    private final Runs runs;

    TakeEffectStep(StepFrame frame, TakeEffect takeEffect, Runs runs) {
        this.frame = frame;
        this.takeEffect = takeEffect;
        this.runs = runs;
    }

    Step step(Run run) {
        return frame.once("take effect", () -> takeEffect.of(runs.get(run.id())));
    }
}
