package nightfill.harness;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import nightfill.adapter.postgres.server.TestDatabase;

/** Keeps everybody from writing to a table, so that a night stands still where it needs it. */
public final class HeldTable implements AutoCloseable {

    private final Connection connection;

    private HeldTable(Connection connection) {
        this.connection = connection;
    }

    public static HeldTable of(TestDatabase database, String table) throws SQLException {
        return of(database, table, "share");
    }

    /** Keeps everybody from reading as well. */
    public static HeldTable unreadable(TestDatabase database, String table) throws SQLException {
        return of(database, table, "access exclusive");
    }

    private static HeldTable of(TestDatabase database, String table, String mode) throws SQLException {
        return of(database.connect(), table, mode);
    }

    /** On a database that is not a test's own. */
    public static HeldTable of(Connection connection, String table) throws SQLException {
        return of(connection, table, "share");
    }

    private static HeldTable of(Connection connection, String table, String mode) throws SQLException {
        HeldTable held = new HeldTable(connection);
        held.connection.setAutoCommit(false);
        try (Statement statement = held.connection.createStatement()) {
            statement.execute("lock table " + table + " in " + mode + " mode");
        }
        return held;
    }

    /** Returns when somebody stands still. */
    public void awaitNight() {
        await().atMost(Child.PATIENCE).pollInterval(Duration.ofMillis(20)).until(this::isWaitedFor);
    }

    private boolean isWaitedFor() throws SQLException {
        String waiting = """
                select exists (select from pg_locks where not granted and locktype = 'relation'
                    and database = (select oid from pg_database where datname = current_database()))""";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(waiting)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Lets the night go on. */
    public void release() throws SQLException {
        connection.close();
    }

    @Override
    public void close() throws SQLException {
        release();
    }
}
