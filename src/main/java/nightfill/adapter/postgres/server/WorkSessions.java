package nightfill.adapter.postgres.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.commons.lang3.function.FailableConsumer;
import org.postgresql.PGConnection;
import org.slf4j.LoggerFactory;

/** Opens the sessions that the work is done in, each for a pool to keep, and can break off all of them. */
public final class WorkSessions extends Sessions {

    /** A server can take a connection and never say a word. */
    private static final Duration LOGIN = Duration.ofSeconds(5);

    private final Set<Connection> opened = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    public WorkSessions(ConnectionSettings settings) {
        super(settings);
    }

    @Override
    protected Connection open(ConnectionSettings as) throws SQLException {
        Connection session = as.open("loginTimeout", LOGIN);
        opened.add(session);
        return session;
    }

    /** Cancels the statements under way, whose transactions roll back. */
    public void cancel() {
        forEach(session -> session.unwrap(PGConnection.class).cancelQuery());
    }

    /** Ends all sessions, also those that nobody answers in any more. */
    public void cut() {
        forEach(session -> session.abort(Runnable::run));
    }

    private void forEach(FailableConsumer<Connection, SQLException> action) {
        for (Connection session : opened.toArray(Connection[]::new)) {
            try {
                action.accept(session);
            } catch (SQLException e) {
                LoggerFactory.getLogger(WorkSessions.class).info("a session cannot be broken off", e);
            }
        }
    }
}
