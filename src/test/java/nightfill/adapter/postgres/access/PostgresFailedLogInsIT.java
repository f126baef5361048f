package nightfill.adapter.postgres.access;

import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.access.FailedLogIns;
import nightfill.application.access.FailedLogInsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresFailedLogInsIT extends FailedLogInsContract {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();

    private final FailedLogIns failed = new PostgresFailedLogIns(DATABASE.jdbc());

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected FailedLogIns failed() {
        return failed;
    }
}
