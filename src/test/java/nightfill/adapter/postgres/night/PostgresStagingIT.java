package nightfill.adapter.postgres.night;

import nightfill.application.feeds.StagingContract;
import nightfill.application.night.NightPorts;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStagingIT extends StagingContract {

    @RegisterExtension
    static final NightDatabase DATABASE = new NightDatabase();

    @Override
    protected NightPorts ports() {
        return DATABASE.ports();
    }
}
