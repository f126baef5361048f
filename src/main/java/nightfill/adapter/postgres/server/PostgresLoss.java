package nightfill.adapter.postgres.server;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nightfill.application.sampling.Loss;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Knows by the kind of a failure whether PostgreSQL could not be reached, or only took too long over one statement. */
public record PostgresLoss() implements Loss {

    /** Sessions that broke off or could not be opened are of the class 08; of a server that goes, or comes, these are. */
    private static final Set<String> GOING = Set.of("57P01", "57P02", "57P03");

    /** The pool gives this one no state. */
    private static final String CLOSED = "Connection is closed";

    @Override
    public boolean isLoss(RuntimeException failure) {
        return !isSlow(failure)
                && (isSevered(failure)
                        || failure instanceof DataAccessResourceFailureException
                        || failure instanceof TransientDataAccessException
                        || failure instanceof RecoverableDataAccessException
                        || failure instanceof TransactionException);
    }

    @Override
    public boolean isSevered(Throwable failure) {
        return causes(failure).anyMatch(cause -> cause instanceof SQLException sql && isOfLostSession(sql));
    }

    private static boolean isOfLostSession(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? CLOSED.equals(failure.getMessage()) : state.startsWith("08") || GOING.contains(state);
    }

    /** Also where statements of others that take long have all sessions, so that none could be had. */
    @Override
    public boolean isSlow(RuntimeException failure) {
        return failure instanceof QueryTimeoutException
                || failure instanceof ConcurrencyFailureException
                || root(failure) instanceof SQLTransientConnectionException;
    }

    private static Throwable root(Throwable failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
