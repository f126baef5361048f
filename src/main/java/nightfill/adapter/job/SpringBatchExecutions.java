package nightfill.adapter.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import nightfill.application.port.Executions;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;

/** Executions as the job repository keeps them. */
public final class SpringBatchExecutions implements Executions {

    private final JobRepository jobs;
    private final BiFunction<Optional<LocalDate>, Integer, List<Execution>> query;

    /**
     * Reads with a query of its own.
     *
     * @param query reads the newest executions first, of a date or of all, at most that many
     */
    public SpringBatchExecutions(JobRepository jobs, BiFunction<Optional<LocalDate>, Integer, List<Execution>> query) {
        this.jobs = jobs;
        this.query = query;
    }

    @Override
    public List<Execution> list(Optional<LocalDate> date, int most) {
        return query.apply(date, most);
    }

    @Override
    public Optional<Execution> requestStop(Optional<Long> id) {
        Optional<Execution> underWay = list(Optional.empty(), 1).stream()
                .filter(execution -> BatchStatus.valueOf(execution.status()).isRunning())
                .filter(execution -> id.isEmpty() || id.get() == execution.id())
                .findFirst();
        underWay.ifPresent(execution -> requestStop(execution.id()));
        return underWay;
    }

    /** Touches nothing but the status: the framework's own stop races with the running job's updates. */
    private void requestStop(long id) {
        JobExecution execution = jobs.getJobExecution(id);
        if (execution != null && isAtWork(execution.getStatus())) {
            execution.setStatus(BatchStatus.STOPPING);
            jobs.update(execution);
        }
    }

    private static boolean isAtWork(BatchStatus status) {
        return status == BatchStatus.STARTING || status == BatchStatus.STARTED;
    }
}
