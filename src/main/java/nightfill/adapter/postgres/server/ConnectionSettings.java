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

    private static final String HOST =
            "(?:(?:[\\p{L}\\p{M}\\p{N}._-]+|\\[[\\p{XDigit}:.]+(?:%[\\w.-]+)?\\])(?::\\d+)?|:\\d+)";

    /** A password in a place would be beside some other character. */
    private static final Pattern PLACE =
            Pattern.compile("jdbc:postgresql:(?://(?:%1$s(?:,%1$s)*)?(?:/[^/]*)?|[^/]*)".formatted(HOST));

    private static final Pattern DATABASE = Pattern.compile("[\\p{L}\\p{M}\\p{N}._$~-]*");

    /**
     * Whether the driver reads a URL, nothing is in it before its parameters but hosts, ports and a database, for that
     * much is shown to people, also by servers, and no parameter looks as if there were a password in it.
     */
    public static boolean isUrl(String url) {
        String place = place(url);
        return PLACE.matcher(place).matches()
                && DATABASE.matcher(database(place)).matches()
                && Driver.parseURL(url, null) != null
                && UrlParameters.of(url).areApart();
    }

    private static String place(String url) {
        return url.split("\\?", 2)[0];
    }

    /** A name that the driver does not read is none. */
    private static String database(String place) {
        Properties read = Driver.parseURL(place, null);
        return read == null ? "?" : String.valueOf(PGProperty.PG_DBNAME.getOrDefault(read));
    }

    /** Known by the URL without its parameters. */
    public ConnectionSettings(String url, String user, String password) {
        this(url, user, password, place(url));
    }

    /**
     * Opens a session that bears this process's name, and ends soon after it.
     *
     * @param timeout the driver's property that limits how long the server may say nothing
     * @throws SQLException without what may be secret in a parameter
     */
    public Connection open(String timeout, Duration patience) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty(timeout, Long.toString(patience.toSeconds()));
        Connection session = connect(properties);
        // whatever the URL says of it
        session.setClientInfo("ApplicationName", LockOwner.thisProcess().applicationName());
        watchClient(session);
        return session;
    }

    private Connection connect(Properties properties) throws SQLException {
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            throw UrlParameters.of(url).hiddenIn(e);
        }
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
