package nightfill.adapter.postgres.server;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import javax.sql.DataSource;
import nightfill.adapter.postgres.night.PostgresRuns;
import nightfill.application.run.Runs;
import nightfill.application.run.Transactions;
import nightfill.domain.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A test database with all tables and no rows, told things by plain SQL. */
public final class MigratedDatabase implements AutoCloseable {

    private static final String FINISHED = "0".repeat(64);

    private final TestDatabase database = TestDatabase.migrated();
    private final HikariDataSource dataSource = new HikariDataSource();
    private final JdbcClient jdbc;

    public MigratedDatabase() {
        dataSource.setJdbcUrl(database.url());
        dataSource.setUsername(database.user());
        dataSource.setPassword(database.password());
        dataSource.setMaximumPoolSize(3);
        jdbc = JdbcClient.create(dataSource);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public Transactions transactions() {
        TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        return work -> template.executeWithoutResult(status -> work.run());
    }

    public Transactions asOfOneMoment() {
        return OneMoment.of(new JdbcTransactionManager(dataSource));
    }

    public ConnectionSettings connection() {
        return new ConnectionSettings(database.url(), database.user(), database.password());
    }

    /** Forgets every run and all that runs did. */
    public void empty() {
        update(TestDatabase.emptyExcept("flyway_schema_history", "identity", "run_lock", "audit_log", "retry_plan"));
    }

    public Runs runs() {
        return inTransactions(Runs.class, new PostgresRuns(jdbc));
    }

    /** Every call takes part in its caller's transaction. */
    public <P> P inTransactions(Class<P> port, P adapter) {
        return inTransactions(dataSource, port, adapter);
    }

    /** The same on another database. */
    public static <P> P inTransactions(DataSource dataSource, Class<P> port, P adapter) {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
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

    public int update(String statement) {
        return jdbc.sql(statement).update();
    }

    /** Ends the run before, if any, and begins one that allocates. */
    public Run nextRun() {
        update("update run set state = 'FINISHED', manifest_sha256 = '%s' where state = 'ALLOCATING'"
                .formatted(FINISHED));
        LocalDate date = LocalDate.of(2026, 11, 20).plusDays(number("select count(*) from run"));
        long id = number("""
                insert into run (business_date, number, state, max_rejects, turns_before)
                values ('%s', 1, 'ALLOCATING', '', 0)
                returning id
                """.formatted(date));
        return new PostgresRuns(jdbc).get(id);
    }

    public long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    @Override
    public void close() {
        dataSource.close();
        database.close();
    }
}
