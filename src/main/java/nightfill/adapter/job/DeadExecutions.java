package nightfill.adapter.job;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nightfill.domain.watch.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Clears away what a killed process left in the job repository. Whoever holds the run lock knows that no other
 * execution is alive, whatever its status says.
 */
record DeadExecutions(JobRepository jobs, Clock clock) {

    /** The job of every night. */
    static final String JOB = "night";

    void bury() {
        jobs.findRunningJobExecutions(JOB).forEach(this::bury);
    }

    void bury(JobParameters parameters) {
        bury();
        JobInstance instance = jobs.getJobInstance(JOB, parameters);
        if (instance == null) {
            return;
        }
        JobExecution last = jobs.getLastJobExecution(instance);
        if (last == null) {
            // killed between the two inserts; an instance without an execution can never be started
            jobs.deleteJobInstance(instance);
        } else if (isOpen(last.getStatus())
                || last.getStepExecutions().stream().anyMatch(step -> isOpen(step.getStatus()))) {
            bury(last);
        }
    }

    /** Lets the last execution of a job have an end, which it could not note itself. */
    void end(JobParameters parameters, Consumer<JobExecution> note) {
        JobExecution last = Objects.requireNonNull(jobs.getLastJobExecution(JOB, parameters), "the one that has ended");
        note.accept(last);
        last.setEndTime(LocalDateTime.now(clock));
        jobs.update(last);
    }

    private void bury(JobExecution execution) {
        LocalDateTime heard = lastHeard(execution);
        for (StepExecution step : execution.getStepExecutions()) {
            if (isOpen(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                step.setExitStatus(died());
                step.setEndTime(heard);
                jobs.update(step);
            }
        }
        execution.setStatus(execution.isStopping() ? BatchStatus.STOPPED : BatchStatus.FAILED);
        execution.setExitStatus(died());
        execution.setEndTime(heard);
        jobs.update(execution);
    }

    /** It did not work until it was found dead, which may be in the morning. */
    private LocalDateTime lastHeard(JobExecution execution) {
        return Stream.concat(
                        Stream.ofNullable(execution.getLastUpdated()),
                        execution.getStepExecutions().stream().map(StepExecution::getLastUpdated))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> LocalDateTime.now(clock));
    }

    private static ExitStatus died() {
        return new ExitStatus(Recorded.DIED, "its process died, or was taken over");
    }

    private static boolean isOpen(@Nullable BatchStatus status) {
        return status == null || status.isRunning() || status == BatchStatus.UNKNOWN;
    }
}
