package nightfill.adapter.postgres.server;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.problem.Remedy.Then;

/**
 * Waits for a database that does not answer yet, and keeps out one that cannot serve.
 *
 * @param patience how long an outage is waited for
 * @param waiting hears once that it is waited for
 * @param remedy what helps where it stays away
 */
public record DatabaseGate(
        WorkSessions sessions,
        ConnectionSettings settings,
        Duration patience,
        Consumer<String> waiting,
        Remedy remedy) {

    private static final int OLDEST = 15;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    /** No answer, a session that broke off, a server that starts or stops, one with too many sessions. */
    private static final Set<String> PASSING =
            Set.of("08000", "08001", "08003", "08006", "53300", "57P01", "57P02", "57P03");

    /** A user or password that is not right there, or no such database: somebody has to mend that. */
    private static final Set<String> CLOSED = Set.of("08004", "28000", "28P01", "3D000");

    /**
     * Returns as soon as the database answers.
     *
     * @throws Problem (failed) when it does not, (refused) when it cannot serve, or lets nobody in as we are
     */
    public void pass() {
        Pooler pooler = new Pooler(settings);
        try (Connection first = connect()) {
            requireVersion(first.getMetaData());
            requireEncoding(first);
            try (Connection other = connect()) {
                pooler.requireNone(first, other);
            }
        } catch (SQLException e) {
            pooler.requireNone(e);
            throw unreachable(e);
        }
    }

    private Connection connect() throws SQLException {
        long end = System.nanoTime() + patience.toNanos();
        boolean silent = true;
        while (true) {
            try {
                return sessions.getConnection();
            } catch (SQLException e) {
                if (!isOf(PASSING, e) || System.nanoTime() > end) {
                    throw e;
                }
                if (silent) {
                    waiting.accept("waiting up to %d s for the database at %s: %s"
                            .formatted(patience.toSeconds(), settings.place(), DatabaseTrouble.of(e)));
                }
                silent = false;
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private static boolean isOf(Set<String> states, SQLException e) {
        return e.getSQLState() != null && states.contains(e.getSQLState());
    }

    private Problem unreachable(SQLException e) {
        return new Problem(
                isOf(CLOSED, e) ? Kind.REFUSED : Kind.FAILED,
                "the database at %s cannot be reached: %s".formatted(settings.place(), DatabaseTrouble.of(e)),
                e,
                remedy);
    }

    private void requireVersion(DatabaseMetaData server) throws SQLException {
        if (server.getDatabaseMajorVersion() < OLDEST) {
            throw Problem.refused(
                    "the server of %s is PostgreSQL %s, and Nightfill needs %d or later"
                            .formatted(settings.place(), server.getDatabaseProductVersion(), OLDEST),
                    Act.NAME_DATABASE);
        }
    }

    private void requireEncoding(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show server_encoding")) {
            row.next();
            if (!row.getString(1).equals("UTF8")) {
                throw Problem.refused(
                        "the database at %s is in %s, not in UTF-8".formatted(settings.place(), row.getString(1)),
                        Remedy.mend("make one with: create database … encoding 'UTF8' template template0"),
                        new Then(Act.NAME_DATABASE));
            }
        }
    }
}
