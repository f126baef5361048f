package nightfill.adapter.postgres.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Opens the sessions that the work is done in, each for a pool to keep, and can break off all of them. */
public final class WorkSessions extends AbstractDataSource {

    /** A server can take a connection and never say a word. */
    private static final String LOGIN_SECONDS = "5";

    private static final List<String> SETTINGS = List.of(
            "set tcp_keepalives_idle = 5",
            "set tcp_keepalives_interval = 5",
            "set tcp_keepalives_count = 2",
            "set client_connection_check_interval = '200ms'");

    private final ConnectionSettings settings;
    private final Set<Connection> opened = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    public WorkSessions(ConnectionSettings settings) {
        this.settings = settings;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(settings.user(), settings.password());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("loginTimeout", LOGIN_SECONDS);
        Connection session = DriverManager.getConnection(settings.url(), properties);
        session.setClientInfo("ApplicationName", LockOwner.thisProcess().applicationName());
        watchClient(session);
        opened.add(session);
        return session;
    }

    /** Lets the server notice soon when this process is gone; not every platform can. */
    public static void watchClient(Connection session) throws SQLException {
        for (String setting : SETTINGS) {
            try (Statement statement = session.createStatement()) {
                statement.execute(setting);
            } catch (SQLException e) {
                if (session.isClosed()) {
                    throw e;
                }
            }
        }
    }

    /** Cancels the statements under way, whose transactions roll back. */
    public void cancel() {
        forEach(session -> session.unwrap(PGConnection.class).cancelQuery());
    }

    /** Ends all sessions, also those that nobody answers in any more. */
    public void cut() {
        forEach(session -> session.abort(Runnable::run));
    }

    private void forEach(Action action) {
        for (Connection session : opened.toArray(Connection[]::new)) {
            try {
                action.on(session);
            } catch (SQLException e) {
                LoggerFactory.getLogger(WorkSessions.class).info("a session cannot be broken off", e);
            }
        }
    }

    private interface Action {
        void on(Connection session) throws SQLException;
    }
}
