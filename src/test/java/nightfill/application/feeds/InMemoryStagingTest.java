package nightfill.application.feeds;

import nightfill.application.night.NightPorts;
import nightfill.application.run.InMemoryDatabase;

class InMemoryStagingTest extends StagingContract {

    private final NightPorts ports = NightPorts.inMemory(new InMemoryDatabase());

    @Override
    protected NightPorts ports() {
        return ports;
    }
}
