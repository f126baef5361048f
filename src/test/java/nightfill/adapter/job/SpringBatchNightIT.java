package nightfill.adapter.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import nightfill.application.access.AuditTrail;
import nightfill.application.night.NightJob;
import nightfill.application.night.NightJobContract;
import nightfill.application.night.NightRequest;
import nightfill.application.run.Executions;
import nightfill.application.run.RunLock;
import nightfill.application.run.Runs;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpringBatchNightIT extends NightJobContract {

    @SuppressWarnings("NullAway.Init")
    private TestNightfill nightfill;

    @BeforeAll
    void start(@TempDir Path directory) {
        nightfill = new TestNightfill(directory.resolve("nights"), 5);
    }

    @BeforeEach
    void empty() throws IOException {
        nightfill.empty();
    }

    @AfterAll
    void close() {
        nightfill.close();
    }

    @Override
    protected NightJob job() {
        return nightfill.bean(NightJob.class);
    }

    @Override
    protected RunLock lock() {
        return nightfill.bean(RunLock.class);
    }

    @Override
    protected Runs runs() {
        return nightfill.bean(Runs.class);
    }

    @Override
    protected Executions executions() {
        return nightfill.bean(Executions.class);
    }

    @Override
    protected AuditTrail trail() {
        return nightfill.bean(AuditTrail.class);
    }

    @Override
    protected NightRequest request(LocalDate date) {
        return nightfill.request(date, false, false);
    }

    @Override
    protected void arrive(LocalDate date, String batches, String orderLines) throws IOException {
        nightfill.arrive(date, Map.of("batches.csv", batches, "order_lines.csv", orderLines));
    }

    @Override
    protected void disturb(String step, Runnable disturbance) {
        nightfill.disturb(step, disturbance);
    }

    @Override
    protected void forgetEnd() {
        nightfill
                .jdbc()
                .update("update batch_job_execution set status = 'STARTED', end_time = null"
                        + " where job_execution_id = (select max(job_execution_id) from batch_job_execution)");
    }
}
