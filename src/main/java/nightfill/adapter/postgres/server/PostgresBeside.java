package nightfill.adapter.postgres.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
    public <T> Ongoing<T> begin(Supplier<T> work) {
        return new Work<>(work);
    }

    private final class Work<T> implements Ongoing<T> {

        private final CompletableFuture<T> outcome;
        private @Nullable Connection session;
        private boolean isBrokenOff;

        Work(Supplier<T> work) {
            outcome = CompletableFuture.supplyAsync(
                    () -> inOneMoment(work), task -> new Thread(task, "second session").start());
        }

        private T inOneMoment(Supplier<T> work) {
            List<T> found = new ArrayList<>();
            asOfOneMoment.inOne(() -> found.add(inSession(work)));
            return found.get(0);
        }

        private T inSession(Supplier<T> work) {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            hold(connection);
            try {
                return work.get();
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
        public T await() {
            try {
                return outcome.join();
            } catch (CompletionException e) {
                return ExceptionUtils.rethrow(e.getCause());
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
