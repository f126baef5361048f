package nightfill.adapter.postgres.report;

import nightfill.adapter.postgres.night.NightDatabase;
import nightfill.application.night.NightPorts;
import nightfill.application.report.ReportSourceContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresReportSourceIT extends ReportSourceContract {

    @RegisterExtension
    static final NightDatabase DATABASE = new NightDatabase();

    @Override
    protected NightPorts ports() {
        return DATABASE.ports();
    }
}
