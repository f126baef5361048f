package nightfill.adapter.job;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nightfill.application.night.LogLabels;
import nightfill.application.problem.StopToken;
import nightfill.domain.run.Run;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.ThreadStepInterruptionPolicy;

/**
 * The nights that this process works on, each with its token by the run that its job names: a step whose night is to stop
 * ends at its next commit. Other processes ask by the status of the execution instead, which the framework looks at.
 */
final class NightsAtWork extends ThreadStepInterruptionPolicy {

    private final Map<Long, StopToken> tokens = new ConcurrentHashMap<>();
    private final LogLabels labels;

    NightsAtWork(LogLabels labels) {
        this.labels = labels;
    }

    /** What the log says of them. */
    LogLabels labels() {
        return labels;
    }

    void add(Run run, StopToken stop) {
        labels.begin(run);
        tokens.put(run.id(), stop);
    }

    void remove(Run run) {
        tokens.remove(run.id());
    }

    StopToken stop(JobParameters parameters) {
        return tokens.getOrDefault(NightParameters.in(parameters).run(), new StopToken());
    }

    /** A chunk-oriented step that is interrupted, but not set to terminate, would be recorded as completed. */
    @Override
    public void checkInterrupted(StepExecution step) throws JobInterruptedException {
        if (stop(step.getJobParameters()).isStopped()) {
            step.setTerminateOnly();
        }
        super.checkInterrupted(step);
    }
}
