package nightfill.adapter.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Properties;
import nightfill.application.ExitCode;
import nightfill.application.Problem;
import nightfill.application.port.RunLock;
import org.slf4j.LoggerFactory;

/**
 * A session-level advisory lock on a connection of its own. The session's application name tells whose it is, so that
 * owner and lock can never disagree.
 */
public final class PostgresRunLock implements RunLock {

    private static final long KEY = 0x4E69676874L; // "Night"
    private static final String KEEPALIVE = """
            set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 2""";
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final ConnectionSettings settings;
    private final ZoneId zone;

    public PostgresRunLock(ConnectionSettings settings, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
    }

    @Override
    public Held acquire() {
        try {
            return acquire(connect());
        } catch (SQLException e) {
            throw new Problem(ExitCode.FAILED, "the run lock cannot be asked for: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean isOwned() {
        try (Connection connection = connect()) {
            return holder(connection).filter(holder -> !holder.isDead()).isPresent();
        } catch (SQLException e) {
            throw new Problem(ExitCode.FAILED, "the run lock cannot be asked for: " + e.getMessage(), e);
        }
    }

    private Held acquire(Connection connection) throws SQLException {
        try {
            if (!tryLock(connection)) {
                takeFromDeadOwner(connection);
            }
            return () -> release(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", LockOwner.thisProcess().applicationName());
        Connection connection = DriverManager.getConnection(settings.url(), properties);
        watchClient(connection);
        return connection;
    }

    /** So that the server notices soon when this process is gone; not every platform can. */
    private static void watchClient(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(KEEPALIVE);
            statement.execute("set client_connection_check_interval = '200ms'");
        } catch (SQLException e) {
            if (connection.isClosed()) {
                throw e;
            }
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_try_advisory_lock(%d)".formatted(KEY))) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private void takeFromDeadOwner(Connection connection) throws SQLException {
        Optional<Holder> holder = holder(connection);
        if (holder.isPresent() && !holder.get().isDead()) {
            throw holder.get().busy(zone);
        }
        if (holder.isPresent()) {
            execute(
                    connection,
                    "select pg_terminate_backend(%d)".formatted(holder.get().backend()));
        }
        awaitLock(connection);
    }

    private void awaitLock(Connection connection) throws SQLException {
        try {
            execute(connection, "set lock_timeout = '10s'");
            execute(connection, "select pg_advisory_lock(%d)".formatted(KEY));
        } catch (SQLException e) {
            throw holder(connection)
                    .map(other -> other.busy(zone))
                    .orElseThrow(() -> new Problem(ExitCode.FAILED, "the run lock stays taken; try again", e));
        }
    }

    private static Optional<Holder> holder(Connection connection) throws SQLException {
        String query = """
                select activity.pid, application_name, backend_start
                from pg_locks join pg_stat_activity activity on activity.pid = pg_locks.pid
                where locktype = 'advisory' and granted and classid = %d and objid = %d
                    and database = (select oid from pg_database where datname = current_database())
                """.formatted(KEY >>> 32, KEY & 0xFFFFFFFFL);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next()
                    ? Optional.of(new Holder(
                            row.getInt(1), row.getString(2), row.getTimestamp(3).toInstant()))
                    : Optional.empty();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** Unlocks by itself, for a server ends a closed session a little later. */
    private static void release(Connection connection) {
        try (connection) {
            execute(connection, "select pg_advisory_unlock(%d)".formatted(KEY));
        } catch (SQLException e) {
            LoggerFactory.getLogger(PostgresRunLock.class)
                    .warn("the run lock's session ended before it was released", e);
        }
    }

    private record Holder(int backend, String applicationName, Instant since) {

        boolean isDead() {
            return LockOwner.parse(applicationName).map(LockOwner::isDead).orElse(false);
        }

        Problem busy(ZoneId zone) {
            String owner = LockOwner.parse(applicationName)
                    .map(process -> "process %d on %s".formatted(process.pid(), process.hostForPeople()))
                    .orElse(applicationName);
            return new Problem(
                    ExitCode.BUSY,
                    "busy: %s is at work on this database since %s; try again when it is done (nightfill status tells how far it is)"
                            .formatted(owner, SINCE.format(since.atZone(zone))));
        }
    }
}
