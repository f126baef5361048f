package nightfill.adapter.postgres.history;

import java.time.LocalDate;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.run.Executions;
import nightfill.application.run.Runs;
import nightfill.application.upkeep.ExecutionRecords;
import nightfill.application.upkeep.ExecutionRecordsContract;
import nightfill.domain.run.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresExecutionRecordsIT extends ExecutionRecordsContract {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();

    private final NotedExecutions noted = new NotedExecutions(DATABASE);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected ExecutionRecords records() {
        return new PostgresExecutionRecords(DATABASE.jdbc(), Runnable::run);
    }

    @Override
    protected Executions executions() {
        return new PostgresExecutions(DATABASE.jdbc());
    }

    @Override
    protected Runs runs() {
        return DATABASE.runs();
    }

    @Override
    protected long begin(Run run) {
        return noted.begin(run);
    }

    @Override
    protected void end(long id) {
        noted.end(id, "COMPLETED", "");
    }

    @Override
    protected LocalDate today() {
        return DATABASE.jdbc().sql("select current_date").query(LocalDate.class).single();
    }
}
