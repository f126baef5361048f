package nightfill.adapter.postgres.lock;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import nightfill.adapter.postgres.server.ConnectionSettings;

/** Sessions of other processes, by the names that these give themselves. */
public final class OtherProcesses implements AutoCloseable {

    static final String LOCK = "select pg_advisory_lock(x'4E69676874'::bigint)";

    private final ConnectionSettings settings;
    private final List<Connection> sessions = new ArrayList<>();

    public OtherProcesses(ConnectionSettings settings) {
        this.settings = settings;
    }

    Connection connect(String applicationName) throws SQLException {
        Connection session = connect(settings, applicationName);
        sessions.add(session);
        return session;
    }

    static Connection connect(ConnectionSettings settings, String applicationName) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("ApplicationName", applicationName);
        return DriverManager.getConnection(settings.url(), properties);
    }

    /** Takes the lock for a process whose heart beat last so many seconds ago. */
    public Connection own(String applicationName, int secondsAgo) throws SQLException {
        Connection session = connect(applicationName);
        execute(session, LOCK);
        execute(session, """
                insert into run_lock (fence, owner, since, beat_at)
                values (7, '%s', now() - interval '1 hour', now() - interval '%d seconds')
                on conflict ((true)) do update set owner = excluded.owner, beat_at = excluded.beat_at
                """.formatted(applicationName, secondsAgo));
        return session;
    }

    static void execute(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            for (Connection session : sessions) {
                session.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        sessions.clear();
    }
}
