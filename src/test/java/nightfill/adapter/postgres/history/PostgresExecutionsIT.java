package nightfill.adapter.postgres.history;

import nightfill.adapter.postgres.night.PostgresRuns;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.run.Executions;
import nightfill.application.run.ExecutionsContract;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresExecutionsIT extends ExecutionsContract {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();

    private final Runs runs = new PostgresRuns(DATABASE.jdbc());
    private final Executions executions = new PostgresExecutions(DATABASE.jdbc());
    private long last;

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected Executions executions() {
        return executions;
    }

    @Override
    protected Runs runs() {
        return runs;
    }

    @Override
    protected long begin(Run run) {
        long id = ++last;
        DATABASE.update("insert into batch_job_instance values (%1$d, 0, 'night', 'key %1$d')".formatted(id));
        DATABASE.update("""
                insert into batch_job_execution
                    (job_execution_id, version, job_instance_id, create_time, start_time, status, exit_message)
                values (%1$d, 0, %1$d, now(), now(), 'STARTED', '')
                """.formatted(id));
        DATABASE.update("""
                insert into batch_job_execution_params
                values (%d, 'run', 'java.lang.Long', '%d', 'Y'), (%1$d, 'number', 'java.lang.Long', '1', 'N')
                """.formatted(id, run.id()));
        return id;
    }

    @Override
    protected void enter(long id, String step) {
        DATABASE.update("""
                insert into batch_step_execution
                    (step_execution_id, version, step_name, job_execution_id, create_time, status)
                values (%d, 0, '%s', %d, now(), 'STARTED')
                """.formatted(++last, step, id));
    }

    @Override
    protected void end(long id, String status, String message) {
        DATABASE.update("""
                update batch_job_execution set status = '%s', exit_message = '%s', end_time = now()
                where job_execution_id = %d
                """.formatted(status, message, id));
    }
}
