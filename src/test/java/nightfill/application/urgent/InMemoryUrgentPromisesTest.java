package nightfill.application.urgent;

import nightfill.application.night.NightPorts;
import nightfill.application.run.InMemoryDatabase;

class InMemoryUrgentPromisesTest extends UrgentPromisesContract {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final NightPorts ports = NightPorts.inMemory(database);

    @Override
    protected NightPorts ports() {
        return ports;
    }

    @Override
    protected UrgentPromises promises() {
        return new InMemoryUrgentPromises(database);
    }
}
