package nightfill.adapter.job;

import java.util.Objects;
import nightfill.application.night.LogLabels;
import nightfill.application.run.Input;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * The night that a step works on while it is executed, found by the parameters of the job; what reads and writes in the
 * step asks here, and a step keeps nothing of one night for the next.
 *
 * <p>A proxy of the framework's step scope would do the same, but takes 0.4 µs a call, twice for each line.
 */
final class NightOfStep implements StepExecutionListener {

    private final Runs runs;
    private final LogLabels labels;
    private @Nullable StepExecution execution;
    private @Nullable Run run;

    NightOfStep(Runs runs, LogLabels labels) {
        this.runs = runs;
        this.labels = labels;
    }

    @Override
    public void beforeStep(StepExecution begun) {
        labels.begin(begun.getStepName());
        execution = begun;
        run = runs.get(parameters().run());
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution ended) {
        run = null;
        execution = null;
        labels.endStep();
        return null;
    }

    /** As it was when the step began. */
    Run run() {
        return Objects.requireNonNull(run, "the step has begun");
    }

    /** Where its feeds arrive. */
    Input feeds() {
        return new Input(parameters().input(), run().date());
    }

    NightParameters parameters() {
        return NightParameters.in(execution().getJobParameters());
    }

    StepExecution execution() {
        return Objects.requireNonNull(execution, "the step has begun");
    }
}
