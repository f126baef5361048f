package nightfill.application.night;

import nightfill.application.run.InMemoryDatabase;

class InMemoryLedgerTest extends LedgerContract {

    private final NightPorts ports = NightPorts.inMemory(new InMemoryDatabase());

    @Override
    protected NightPorts ports() {
        return ports;
    }
}
