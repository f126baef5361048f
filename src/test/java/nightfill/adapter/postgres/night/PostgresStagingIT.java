package nightfill.adapter.postgres.night;

import nightfill.application.feeds.StagingContract;
import nightfill.application.night.NightPorts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresStagingIT extends StagingContract {

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
