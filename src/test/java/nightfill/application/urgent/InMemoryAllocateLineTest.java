package nightfill.application.urgent;

import java.time.Clock;
import java.util.List;
import nightfill.application.access.InMemoryAuditTrail;
import nightfill.application.night.NightPorts;
import nightfill.application.run.InMemoryDatabase;

class InMemoryAllocateLineTest extends AllocateLineContract {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final NightPorts ports = NightPorts.inMemory(database);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail(Clock.systemUTC());

    @Override
    protected NightPorts ports() {
        return ports;
    }

    @Override
    protected AllocateLine allocateLine() {
        return new AllocateLine(new InMemoryUrgentLines(database), database, trail);
    }

    @Override
    protected UrgentPromises promises() {
        return new InMemoryUrgentPromises(database);
    }

    @Override
    protected List<String> trail() {
        return trail.after(0, 100).stream()
                .map(entry -> String.join(
                        ", ",
                        entry.request().act(),
                        entry.request().subject(),
                        entry.outcome().message()))
                .toList();
    }
}
