package nightfill;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.Optional;
import nightfill.adapter.postgres.ConnectionSettings;
import nightfill.adapter.postgres.PostgresRunLock;
import nightfill.adapter.postgres.Schema;
import nightfill.adapter.postgres.embedded.EmbeddedPostgres;
import nightfill.application.ExitCode;
import nightfill.application.Problem;
import nightfill.application.port.RunLock;

/** The database that the settings name, or Nightfill's own, with all tables up to date. */
final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final Optional<EmbeddedPostgres> embedded;
    private final ConnectionSettings connection;
    private final HikariDataSource pool;

    private Database(Optional<EmbeddedPostgres> embedded, ConnectionSettings connection) {
        this.embedded = embedded;
        this.connection = connection;
        this.pool = pool(connection);
    }

    static Database open(Settings settings) {
        if (settings.server().isPresent()) {
            return prepared(new Database(Optional.empty(), settings.server().get()), settings);
        }
        EmbeddedPostgres own = EmbeddedPostgres.open(settings.home());
        try {
            ConnectionSettings connection = new ConnectionSettings(own.jdbcUrl(), own.user(), own.password());
            return prepared(new Database(Optional.of(own), connection), settings);
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
    }

    ConnectionSettings connection() {
        return connection;
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        embedded.ifPresent(EmbeddedPostgres::close);
    }

    private static Database prepared(Database database, Settings settings) {
        try {
            database.migrate(settings);
            return database;
        } catch (RuntimeException e) {
            database.pool.close();
            throw e;
        }
    }

    @SuppressWarnings("try") // the lock is only held
    private void migrate(Settings settings) {
        Schema schema = new Schema(pool);
        if (schema.isCurrent()) {
            return;
        }
        try (RunLock.Held held = new PostgresRunLock(connection, settings.zone()).acquire()) {
            schema.migrate();
        }
    }

    private static HikariDataSource pool(ConnectionSettings connection) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(connection.url());
        config.setUsername(connection.user());
        config.setPassword(connection.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.addDataSourceProperty("ApplicationName", PostgresRunLock.applicationName());
        config.addDataSourceProperty("tcpKeepAlive", "true");
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new Problem(
                    ExitCode.FAILED,
                    "the database at %s cannot be reached: %s; see that it runs and that NIGHTFILL_DB_URL, _USER and _PASSWORD are right"
                            .formatted(connection.url().split("\\?", 2)[0], reason(e)),
                    e);
        }
    }

    /** The driver's first sentence; what it advises in those behind is said better here. */
    private static String reason(PoolInitializationException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage()).split("\\. |\\R", 2)[0];
    }
}
