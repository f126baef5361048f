package nightfill.adapter.postgres.history;

import nightfill.adapter.postgres.night.NightDatabase;
import nightfill.application.night.NightPorts;
import nightfill.application.replay.PastNights;
import nightfill.application.replay.PastNightsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresPastNightsIT extends PastNightsContract {

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

    @Override
    protected PastNights past() {
        return new PostgresPastNights(DATABASE.database().dataSource());
    }
}
