package nightfill.adapter.job;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import nightfill.adapter.postgres.server.MigratedDatabase;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpringBatchNightIT extends NightJobContract {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

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

    /** As where a request to stop comes at that very moment, and gives the execution another version. */
    @Test
    void the_end_is_noted_again_where_it_could_not_be_noted() throws IOException {
        nightfill.jdbc().execute("""
                create sequence refusals;
                create function refuse() returns trigger language plpgsql as $$ begin
                    return case when nextval('refusals') > 1 then new end;
                end $$;
                create trigger refuse before update of status on batch_job_execution for each row
                    when (old.status = 'STARTED' and new.status = 'COMPLETED') execute function refuse()
                """);
        try {
            arrive(DATE, "ref,sku,qty,eta\nB1,CHAIR,10,\n", "orderid,line,sku,qty\nO1,1,CHAIR,3\n");

            nightfill.run(DATE, false);

            assertThat(nightfill.jdbc().queryForList("""
                    select status || ' ' || exit_code || ' ' || (end_time is not null) from batch_job_execution
                    """, String.class)).containsExactly("COMPLETED COMPLETED true");
            assertThat(nightfill.jdbc().queryForObject("select last_value from refusals", Long.class))
                    .isEqualTo(2);
        } finally {
            nightfill.jdbc().execute("drop function refuse cascade; drop sequence refusals");
        }
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
        return MigratedDatabase.inTransactions(
                requireNonNull(nightfill.jdbc().getDataSource()), Runs.class, nightfill.bean(Runs.class));
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
