package nightfill.adapter.postgres.night;

import nightfill.application.night.LedgerContract;
import nightfill.application.night.NightPorts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresLedgerIT extends LedgerContract {

    private static final NightDatabase DATABASE = new NightDatabase();

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected NightPorts ports() {
        return DATABASE.ports();
    }
}
