package nightfill.adapter.postgres.report;

import nightfill.adapter.postgres.night.NightDatabase;
import nightfill.application.night.NightPorts;
import nightfill.application.report.ReportSourceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresReportSourceIT extends ReportSourceContract {

    private static final NightDatabase DATABASE = new NightDatabase();

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected NightPorts ports() {
        return DATABASE.ports();
    }
}
