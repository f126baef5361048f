package nightfill.adapter.job;

import nightfill.application.ExitCode;
import nightfill.application.NightOrder;
import nightfill.application.Problem;
import nightfill.application.Run;
import nightfill.application.port.NightJob;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;

/** Works a run as a job instance of its own: the run's id is what identifies it, so that a restart finds it. */
final class SpringBatchNight implements NightJob {

    private final JobOperator operator;
    private final NightSteps steps;
    private final DeadExecutions deadExecutions;

    SpringBatchNight(JobOperator operator, NightSteps steps, DeadExecutions deadExecutions) {
        this.operator = operator;
        this.steps = steps;
        this.deadExecutions = deadExecutions;
    }

    @Override
    public void work(Run run, NightOrder order) {
        JobParameters parameters = parameters(run, order);
        deadExecutions.bury(parameters);
        try {
            JobExecution ended = operator.start(steps.of(run, order), parameters);
            EndOfNight.problem(run, ended).ifPresent(problem -> {
                throw problem;
            });
        } catch (JobExecutionException e) {
            throw new Problem(ExitCode.FAILED, "%s cannot start: %s".formatted(run.title(), e.getMessage()), e);
        }
    }

    private static JobParameters parameters(Run run, NightOrder order) {
        return new JobParametersBuilder()
                .addLong("run", run.id())
                .addString("date", run.date().toString(), false)
                .addLong("number", (long) run.number(), false)
                .addString("input", order.input().toString(), false)
                .addString("output", order.output().toString(), false)
                .toJobParameters();
    }
}
