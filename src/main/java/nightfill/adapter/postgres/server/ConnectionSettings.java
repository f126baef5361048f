package nightfill.adapter.postgres.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Where the database is: a JDBC URL, a user, and a password that may be empty.
 *
 * @param place where people know it
 */
public record ConnectionSettings(String url, String user, String password, String place) {

    /** Lets the server notice soon when this process is gone; not every platform can. */
    private static final List<String> WATCH_CLIENT = List.of(
            "set tcp_keepalives_idle = 5",
            "set tcp_keepalives_interval = 5",
            "set tcp_keepalives_count = 2",
            "set client_connection_check_interval = '200ms'");

    /** It would log what is wrong in a URL, a password too; what matters it throws. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    /** What stands beside a password or a parameter, written out or as a number; an address may have a zone. */
    private static final Pattern NOT_OF_A_PLACE = Pattern.compile("[=@;&?#/\\s]|%(?![^\\[]*\\])");

    /**
     * Whether the driver reads a URL, and nothing is in it before its parameters but hosts, ports and a database: that
     * much is shown to people, also by servers.
     */
    public static boolean isUrl(String url) {
        Properties read = Driver.parseURL(url, null);
        return read != null
                && Stream.of(PGProperty.PG_HOST, PGProperty.PG_DBNAME)
                        .map(part -> String.valueOf(part.getOrDefault(read)))
                        .noneMatch(part -> NOT_OF_A_PLACE.matcher(part).find());
    }

    /** Known by the URL without its parameters. */
    public ConnectionSettings(String url, String user, String password) {
        this(url, user, password, url.split("\\?", 2)[0]);
    }

    /**
     * Opens a session that bears this process's name, and ends soon after it.
     *
     * @param timeout the driver's property that limits how long the server may say nothing
     */
    public Connection open(String timeout, Duration patience) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty(timeout, Long.toString(patience.toSeconds()));
        Connection session = DriverManager.getConnection(url, properties);
        // whatever the URL says of it
        session.setClientInfo("ApplicationName", LockOwner.thisProcess().applicationName());
        watchClient(session);
        return session;
    }

    private static void watchClient(Connection session) throws SQLException {
        for (String setting : WATCH_CLIENT) {
            try (Statement statement = session.createStatement()) {
                statement.execute(setting);
            } catch (SQLException e) {
                if (session.isClosed()) {
                    throw e;
                }
            }
        }
    }
}
