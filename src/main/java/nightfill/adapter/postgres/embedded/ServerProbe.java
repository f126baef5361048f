package nightfill.adapter.postgres.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;

/** The way into the server, for who knows its password. */
final class ServerProbe {

    private static final String WRONG_PASSWORD = "28P01";
    private static final String CROWDED = "53300";

    private ServerProbe() {}

    /** Where the server listens; no weaker way of telling it the password is accepted, should a stranger listen there. */
    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?requireAuth=scram-sha-256".formatted(port, database);
    }

    /** Whether the server answers; it may not have finished starting. */
    static boolean opens(Layout layout, int port, String password) {
        String url = url(port, "postgres") + "&loginTimeout=10";
        try (Connection connection = DriverManager.getConnection(url, Cluster.USER, password)) {
            return connection.isValid(0);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw Problem.refused(
                        "the password in %s is not that of %s".formatted(layout.password(), layout.data()),
                        Remedy.mend("restore it from a backup"));
            }
            return CROWDED.equals(e.getSQLState());
        }
    }
}
