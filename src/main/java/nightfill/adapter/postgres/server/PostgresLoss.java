package nightfill.adapter.postgres.server;

import java.sql.SQLTransientConnectionException;
import java.util.Objects;
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

    @Override
    public boolean isLoss(RuntimeException failure) {
        return !isSlow(failure)
                && (failure instanceof DataAccessResourceFailureException
                        || failure instanceof TransientDataAccessException
                        || failure instanceof RecoverableDataAccessException
                        || failure instanceof TransactionException);
    }

    /** Also where statements of others that take long have all sessions, so that none could be had. */
    @Override
    public boolean isSlow(RuntimeException failure) {
        return failure instanceof QueryTimeoutException
                || failure instanceof ConcurrencyFailureException
                || root(failure) instanceof SQLTransientConnectionException;
    }

    private static Throwable root(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).reduce(failure, (outer, inner) -> inner);
    }
}
