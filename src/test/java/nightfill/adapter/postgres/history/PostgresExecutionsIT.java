package nightfill.adapter.postgres.history;

import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.run.Executions;
import nightfill.application.run.ExecutionsContract;
import nightfill.application.run.Runs;
import nightfill.domain.access.Actor;
import nightfill.domain.run.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresExecutionsIT extends ExecutionsContract {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();

    private final Runs runs = DATABASE.runs();
    private final Executions executions = new PostgresExecutions(DATABASE.jdbc());
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
    protected Executions executions() {
        return executions;
    }

    @Override
    protected Runs runs() {
        return runs;
    }

    @Override
    protected long begin(Run run) {
        return noted.begin(run);
    }

    @Override
    protected long begin(Run run, Actor by) {
        return noted.begin(run, by);
    }

    @Override
    protected void enter(long id, String step) {
        noted.enter(id, step);
    }

    @Override
    protected void end(long id, String status, String message) {
        noted.end(id, status, message);
    }
}
