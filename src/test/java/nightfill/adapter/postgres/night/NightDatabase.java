package nightfill.adapter.postgres.night;

import javax.sql.DataSource;
import nightfill.adapter.postgres.access.PostgresAuditTrail;
import nightfill.adapter.postgres.allocation.PostgresBatchRepository;
import nightfill.adapter.postgres.allocation.PostgresUrgentLines;
import nightfill.adapter.postgres.load.PostgresStaging;
import nightfill.adapter.postgres.report.PostgresReportSource;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.feeds.Staging;
import nightfill.application.night.Ledger;
import nightfill.application.night.NightPorts;
import nightfill.application.report.ReportSource;
import nightfill.application.urgent.AllocateLine;
import nightfill.domain.allocation.Parts;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ports of a night on a test database, which each test of a class finds empty. */
public final class NightDatabase implements BeforeEachCallback, AfterAllCallback {

    private final MigratedDatabase database = new MigratedDatabase();
    private final NightPorts ports = new NightPorts(
            database.runs(),
            database.inTransactions(Staging.class, new PostgresStaging(database.dataSource(), database.jdbc())),
            database.inTransactions(Ledger.class, new PostgresLedger(database.dataSource())),
            new PostgresBatchRepository(database.dataSource(), database.jdbc(), Parts.ONE),
            database.inTransactions(ReportSource.class, new PostgresReportSource(database.dataSource())));

    /** Allocates lines at once, and notes it in the same transaction. */
    public static AllocateLine allocateLine(DataSource dataSource) {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        JdbcClient jdbc = JdbcClient.create(dataSource);
        return new AllocateLine(
                new PostgresUrgentLines(jdbc),
                work -> transactions.executeWithoutResult(status -> work.run()),
                new PostgresAuditTrail(jdbc, jdbc, transactions));
    }

    public MigratedDatabase database() {
        return database;
    }

    public NightPorts ports() {
        return ports;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        database.empty();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        database.close();
    }
}
