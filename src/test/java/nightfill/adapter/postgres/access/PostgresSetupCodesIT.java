package nightfill.adapter.postgres.access;

import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.access.SetupCodes;
import nightfill.application.access.SetupCodesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresSetupCodesIT extends SetupCodesContract {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();

    private final SetupCodes codes = new PostgresSetupCodes(DATABASE.jdbc());

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected SetupCodes codes() {
        return codes;
    }
}
