package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** What the night relies on in the framework's bookkeeping. */
final class JobRepositoryIT {

    private static final int THREADS = 4;
    private static final long LAUNCHES = 40;

    @Test
    void launches_at_the_same_moment_do_not_make_each_other_fail(@TempDir Path directory) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (TestNightfill nightfill = new TestNightfill(directory, 5000)) {
            JobRepository jobs = nightfill.bean(JobRepository.class);
            List<CompletableFuture<Void>> launches = Stream.iterate(1L, number -> number + 1)
                    .limit(LAUNCHES)
                    .map(number -> CompletableFuture.runAsync(() -> launch(jobs, number), threads))
                    .toList();

            assertThat(launches).allSatisfy(CompletableFuture::join);
            assertThat(nightfill.jdbc().queryForObject("select count(*) from batch_job_execution", Long.class))
                    .isEqualTo(LAUNCHES);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void launch(JobRepository jobs, long number) {
        JobParameters parameters =
                new JobParametersBuilder().addLong("number", number).toJobParameters();
        JobInstance instance = jobs.createJobInstance("launched", parameters);
        jobs.createJobExecution(instance, parameters, new ExecutionContext());
    }
}
