package nightfill.application.report;

import nightfill.application.night.NightPorts;
import nightfill.application.run.InMemoryDatabase;

class InMemoryReportSourceTest extends ReportSourceContract {

    private final NightPorts ports = NightPorts.inMemory(new InMemoryDatabase());

    @Override
    protected NightPorts ports() {
        return ports;
    }
}
