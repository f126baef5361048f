package nightfill.adapter.postgres.night;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import nightfill.adapter.postgres.allocation.PostgresBatchRepository;
import nightfill.adapter.postgres.load.PostgresStaging;
import nightfill.adapter.postgres.report.PostgresReportSource;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.feeds.Staging;
import nightfill.application.night.Ledger;
import nightfill.application.night.NightPorts;
import nightfill.application.report.ReportSource;
import nightfill.domain.allocation.Parts;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ports of a night on a test database, which each test of a class finds empty. */
public final class NightDatabase implements BeforeEachCallback, AfterAllCallback {

    private final MigratedDatabase database = new MigratedDatabase();
    private final NightPorts ports = new NightPorts(
            new PostgresRuns(database.jdbc()),
            inTransactions(Staging.class, new PostgresStaging(database.dataSource(), database.jdbc())),
            inTransactions(Ledger.class, new PostgresLedger(database.dataSource())),
            new PostgresBatchRepository(database.dataSource(), database.jdbc(), Parts.ONE),
            inTransactions(ReportSource.class, new PostgresReportSource(database.dataSource())));

    /** Every call takes part in its caller's transaction. */
    private <P> P inTransactions(Class<P> port, P adapter) {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        InvocationHandler handler = (proxy, method, arguments) -> transactions.execute(status -> {
            try {
                return method.invoke(adapter, arguments);
            } catch (InvocationTargetException e) {
                throw (RuntimeException) e.getCause();
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        });
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
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
