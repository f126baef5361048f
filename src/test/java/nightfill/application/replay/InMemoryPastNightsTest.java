package nightfill.application.replay;

import nightfill.application.night.NightPorts;
import nightfill.application.run.InMemoryDatabase;

class InMemoryPastNightsTest extends PastNightsContract {

    private final InMemoryDatabase database = new InMemoryDatabase();

    @Override
    protected NightPorts ports() {
        return NightPorts.inMemory(database);
    }

    @Override
    protected PastNights past() {
        return new InMemoryPastNights(database);
    }
}
