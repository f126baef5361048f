package nightfill.adapter.postgres.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Opens sessions for people who look, each for a pool to keep: they can change nothing, see one state of the data in a
 * transaction, and give up a statement that takes long.
 */
public final class ReadingSessions extends Sessions {

    /** A network that has gone silent is noticed by nobody else. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private static final List<String> HABITS = List.of(
            "set statement_timeout = '3s'",
            "set session characteristics as transaction isolation level repeatable read, read only");

    public ReadingSessions(ConnectionSettings settings) {
        super(settings);
    }

    @Override
    protected Connection open(ConnectionSettings as) throws SQLException {
        Connection session = as.open("socketTimeout", ANSWER);
        try (Statement statement = session.createStatement()) {
            for (String habit : HABITS) {
                statement.execute(habit);
            }
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }
}
