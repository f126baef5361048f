package nightfill.adapter.job;

import nightfill.application.night.NightJob;
import nightfill.application.night.NightRequest;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.StopToken;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.dao.OptimisticLockingFailureException;

/** Works a run as a job instance of its own: the run's id is what identifies it, so that a restart finds it. */
final class SpringBatchNight implements NightJob {

    private final JobOperator operator;
    private final NightSteps steps;
    private final DeadExecutions deadExecutions;
    private final Runs runs;
    private final NightsAtWork nightsAtWork;

    SpringBatchNight(JobOperator operator, NightSteps steps, DeadExecutions deadExecutions, Runs runs, NightsAtWork nightsAtWork) {
        this.operator = operator;
        this.steps = steps;
        this.deadExecutions = deadExecutions;
        this.runs = runs;
        this.nightsAtWork = nightsAtWork;
    }

    @Override
    public void work(Run run, NightRequest order, StopToken stop) {
        JobParameters parameters = parameters(run, order);
        deadExecutions.bury(parameters);
        EndOfNight end = new EndOfNight(run, runs, stop);
        nightsAtWork.add(run, stop);
        try {
            end.of(operator.start(steps.of(run, order, end), parameters)).ifPresent(problem -> {
                throw problem;
            });
        } catch (OptimisticLockingFailureException e) {
            // a stop was asked for while the job noted its end
            if (!end.isFinished()) {
                throw end.stopped();
            }
        } catch (JobExecutionException e) {
            throw new Problem(Kind.FAILED, "%s cannot start: %s".formatted(run.title(), e.getMessage()), e);
        } finally {
            nightsAtWork.remove(run);
        }
    }

    @Override
    public void buryDead() {
        deadExecutions.bury();
    }

    private static JobParameters parameters(Run run, NightRequest order) {
        return new JobParametersBuilder()
                .addLong("run", run.id())
                .addString("date", run.date().toString(), false)
                .addLong("number", (long) run.number(), false)
                .addString("input", order.input().toString(), false)
                .addString("output", order.output().toString(), false)
                .toJobParameters();
    }
}
