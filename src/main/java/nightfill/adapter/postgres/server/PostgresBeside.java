package nightfill.adapter.postgres.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import nightfill.application.run.Beside;
import nightfill.application.run.Transactions;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Queries that go on in a session and a thread of their own. */
public final class PostgresBeside implements Beside {

    private static final long PATIENCE_MS = 100;

    private final DataSource dataSource;
    private final Transactions asOfOneMoment;

    /** @param asOfOneMoment shows the work within it one state of the data, and lets it change nothing */
    public PostgresBeside(DataSource dataSource, Transactions asOfOneMoment) {
        this.dataSource = dataSource;
        this.asOfOneMoment = asOfOneMoment;
    }

    @Override
    public Ongoing begin(Runnable work) {
        return new Work(work);
    }

    private final class Work implements Ongoing {

        private final CompletableFuture<Void> outcome;
        private @Nullable Connection session;
        private boolean isBrokenOff;

        Work(Runnable work) {
            outcome = CompletableFuture.runAsync(
                    () -> asOfOneMoment.inOne(() -> inSession(work)),
                    task -> new Thread(task, "second session").start());
        }

        private void inSession(Runnable work) {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            hold(connection);
            try {
                work.run();
            } finally {
                hold(null);
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        }

        private synchronized void hold(@Nullable Connection connection) {
            if (isBrokenOff && connection != null) {
                throw new CancellationException();
            }
            session = connection;
        }

        @Override
        public void await() {
            try {
                outcome.join();
            } catch (CompletionException e) {
                ExceptionUtils.rethrow(e.getCause());
            }
        }

        /** Asks again and again, for between two queries nothing is there to be cancelled. */
        @Override
        public void close() {
            while (!outcome.isDone()) {
                cancel();
                outcome.handle((done, failure) -> true)
                        .completeOnTimeout(false, PATIENCE_MS, TimeUnit.MILLISECONDS)
                        .join();
            }
        }

        private synchronized void cancel() {
            isBrokenOff = true;
            if (session != null) {
                try {
                    session.unwrap(PGConnection.class).cancelQuery();
                } catch (SQLException e) {
                    // of a server that does not answer, the session ends as well
                }
            }
        }
    }
}
