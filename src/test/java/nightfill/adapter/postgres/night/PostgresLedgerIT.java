package nightfill.adapter.postgres.night;

import nightfill.application.night.LedgerContract;
import nightfill.application.night.NightPorts;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLedgerIT extends LedgerContract {

    @RegisterExtension
    static final NightDatabase DATABASE = new NightDatabase();

    @Override
    protected NightPorts ports() {
        return DATABASE.ports();
    }
}
