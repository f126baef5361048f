package nightfill.adapter.job;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.ProblemWording;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.run.Runs;
import nightfill.application.sampling.Loss;
import nightfill.domain.run.Run;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.dao.OptimisticLockingFailureException;

/** Says why a night ended before its end, and leaves that with its execution instead of a stack trace. */
record EndOfNight(Runs runs, NightsAtWork nightsAtWork, ProblemWording wording, Loss loss)
        implements JobExecutionListener {

    @Override
    public void afterJob(JobExecution execution) {
        note(execution, wasToStop(execution));
    }

    private void note(JobExecution execution, boolean wasToStop) {
        Run run = runs.get(NightParameters.in(execution.getJobParameters()).run());
        if (wasToStop) {
            execution.setStatus(isFinished(run) ? BatchStatus.COMPLETED : BatchStatus.STOPPED);
            execution.setExitStatus(ExitStatus.COMPLETED);
        }
        of(run, execution)
                .ifPresent(problem ->
                        execution.setExitStatus(new ExitStatus(problem.kind().name(), wording.line(problem))));
    }

    /** Leaves it with an execution whose own note was refused, since a stop was asked for at that moment. */
    void noteAgain(JobExecution execution) {
        note(execution, true);
    }

    boolean isFinished(Run run) {
        return runs.get(run.id()).state() == Run.State.FINISHED;
    }

    private boolean wasToStop(JobExecution execution) {
        return execution.getStatus() == BatchStatus.STOPPED || wasInterrupted(execution);
    }

    /** A request to stop, and nobody else, writes to an execution beside its job. */
    private boolean wasInterrupted(JobExecution execution) {
        return execution.getStatus() == BatchStatus.FAILED
                && (nightsAtWork.stop(execution.getJobParameters()).isBrokenOff()
                        || causes(execution).anyMatch(OptimisticLockingFailureException.class::isInstance));
    }

    /** What kept the run from being finished, if anything did. */
    Optional<Problem> of(Run run, JobExecution execution) {
        return switch (execution.getStatus()) {
            case COMPLETED -> Optional.empty();
            case STOPPED -> Optional.of(stopped(run));
            default -> Optional.of(failure(run, execution));
        };
    }

    static Problem stopped(Run run) {
        return new Problem(Kind.STOPPED, "%s was stopped".formatted(run.title()), Act.CONTINUE);
    }

    private Problem failure(Run run, JobExecution execution) {
        return causes(execution)
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .findFirst()
                .orElseGet(() -> unforeseen(run, execution.getAllFailureExceptions()));
    }

    private static Stream<Throwable> causes(JobExecution execution) {
        return execution.getAllFailureExceptions().stream()
                .flatMap(failure -> Stream.iterate(failure, Objects::nonNull, Throwable::getCause));
    }

    private Problem unforeseen(Run run, List<Throwable> failures) {
        Optional<Throwable> first = failures.stream().findFirst();
        return new Problem(
                Kind.FAILED,
                "%s failed: %s".formatted(run.title(), first.map(this::reason).orElse("no reason is known")),
                first.orElse(null),
                Act.CONTINUE);
    }

    private String reason(Throwable failure) {
        String message = rootMessage(failure);
        return loss.isSevered(failure) ? "the database was lost (%s)".formatted(message) : message;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = ExceptionUtils.getRootCause(failure);
        return String.valueOf(root.getMessage())
                .lines()
                .findFirst()
                .orElse(root.getClass().getSimpleName());
    }
}
