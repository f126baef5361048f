package nightfill.adapter.job;

import io.micrometer.observation.Observation;
import nightfill.application.night.NightJob;
import nightfill.application.night.NightRequest;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.problem.StopToken;
import nightfill.domain.run.Run;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.dao.OptimisticLockingFailureException;

/** Works a run as an instance of the night's job; the one of a run that was begun goes on. */
record SpringBatchNight(
        JobOperator operator, Job night, DeadExecutions deadExecutions, EndOfNight end, NightsAtWork nightsAtWork)
        implements NightJob {

    @Override
    public void work(Run run, NightRequest request, StopToken stop) {
        JobParameters parameters = NightParameters.of(run, request);
        deadExecutions.bury(parameters);
        nightsAtWork.add(run, stop);
        try {
            // a scope is opened for each item, which costs next to nothing within another
            JobExecution ended = Observation.NOOP.scopedChecked(() -> operator.start(night, parameters));
            end.of(run, ended).ifPresent(problem -> {
                throw problem;
            });
        } catch (OptimisticLockingFailureException e) {
            // a stop was asked for while the job noted its end
            deadExecutions.end(parameters, end::noteAgain);
            if (!end.isFinished(run)) {
                throw EndOfNight.stopped(run);
            }
        } catch (JobExecutionException e) {
            throw new Problem(
                    Kind.FAILED, "%s cannot start: %s".formatted(run.title(), e.getMessage()), e, Act.CONTINUE);
        } finally {
            nightsAtWork.remove(run);
        }
    }

    @Override
    public void buryDead() {
        deadExecutions.bury();
    }
}
