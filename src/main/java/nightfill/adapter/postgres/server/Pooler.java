package nightfill.adapter.postgres.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;

/** Finds out whether there is one between us and the server that gives each transaction whichever session is free. */
record Pooler(ConnectionSettings settings) {

    /** What PgBouncer says where it gives each statement another session. */
    private static final String NO_TRANSACTIONS = "statement pooling mode";

    /**
     * Requires that two sessions that are open at once are two for the server, and remain the same.
     *
     * @param other is left within a transaction
     * @throws Problem (refused) when a session is not ours alone, for then nobody could hold the run lock
     */
    void requireNone(Connection session, Connection other) throws SQLException {
        int before = server(session);
        boolean remains = server(session) == before; // else, of two that take turns, the other might keep the second
        other.setAutoCommit(false);
        if (!remains || server(other) == before || server(session) != before) {
            throw refused();
        }
    }

    /** @throws Problem (refused) when that is why the statement failed */
    void requireNone(SQLException failure) {
        if (String.valueOf(failure.getMessage()).contains(NO_TRANSACTIONS)) {
            throw refused();
        }
    }

    private Problem refused() {
        return Problem.refused(
                ("the database at %s is behind a pooler that gives each transaction another session,"
                                + " in which nobody can hold the run lock")
                        .formatted(settings.place()),
                Remedy.mend("set pool_mode = session for it (PgBouncer)"),
                Act.NAME_SERVER);
    }

    private static int server(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
