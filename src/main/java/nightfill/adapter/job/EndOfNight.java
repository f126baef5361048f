package nightfill.adapter.job;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.application.ExitCode;
import nightfill.application.Problem;
import nightfill.application.Run;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Says why a night ended before its end, and leaves that with its execution instead of a stack trace. */
final class EndOfNight implements JobExecutionListener {

    private final Run run;

    EndOfNight(Run run) {
        this.run = run;
    }

    @Override
    public void afterJob(JobExecution execution) {
        problem(run, execution)
                .ifPresent(problem -> execution.setExitStatus(
                        new ExitStatus(execution.getExitStatus().getExitCode(), String.valueOf(problem.getMessage()))));
    }

    /** What kept the run from being finished, if anything did. */
    static Optional<Problem> problem(Run run, JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return Optional.empty();
        }
        if (execution.getStatus() == BatchStatus.STOPPED) {
            return Optional.of(
                    new Problem(ExitCode.STOPPED, "%s was stopped; run it again to go on".formatted(run.title())));
        }
        return Optional.of(failure(run, execution.getAllFailureExceptions()));
    }

    private static Problem failure(Run run, List<Throwable> failures) {
        return failures.stream()
                .flatMap(EndOfNight::causes)
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .findFirst()
                .orElseGet(() -> unforeseen(run, failures));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static Problem unforeseen(Run run, List<Throwable> failures) {
        Optional<Throwable> first = failures.stream().findFirst();
        return new Problem(
                ExitCode.FAILED,
                "%s failed: %s; run it again to go on"
                        .formatted(
                                run.title(), first.map(EndOfNight::rootMessage).orElse("no reason is known")),
                first.orElse(null));
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage())
                .lines()
                .findFirst()
                .orElse(root.getClass().getSimpleName());
    }
}
