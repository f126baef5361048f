package nightfill.adapter.postgres.history;

import nightfill.adapter.postgres.night.NightDatabase;
import nightfill.application.night.NightPorts;
import nightfill.application.replay.PastNights;
import nightfill.application.replay.PastNightsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPastNightsIT extends PastNightsContract {

    @RegisterExtension
    static final NightDatabase DATABASE = new NightDatabase();

    @Override
    protected NightPorts ports() {
        return DATABASE.ports();
    }

    @Override
    protected PastNights past() {
        return new PostgresPastNights(DATABASE.database().dataSource());
    }
}
