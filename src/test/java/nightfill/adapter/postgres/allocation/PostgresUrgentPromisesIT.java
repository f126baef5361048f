package nightfill.adapter.postgres.allocation;

import nightfill.adapter.postgres.night.NightDatabase;
import nightfill.application.night.NightPorts;
import nightfill.application.urgent.UrgentPromises;
import nightfill.application.urgent.UrgentPromisesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUrgentPromisesIT extends UrgentPromisesContract {

    @RegisterExtension
    static final NightDatabase DATABASE = new NightDatabase();

    @Override
    protected NightPorts ports() {
        return DATABASE.ports();
    }

    @Override
    protected UrgentPromises promises() {
        return new PostgresUrgentPromises(DATABASE.database().jdbc());
    }
}
