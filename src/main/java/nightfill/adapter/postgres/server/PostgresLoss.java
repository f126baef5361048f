package nightfill.adapter.postgres.server;

import nightfill.application.sampling.Loss;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Knows by the kind of a failure whether PostgreSQL could not be reached, or took too long. */
public record PostgresLoss() implements Loss {

    @Override
    public boolean isLoss(RuntimeException failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof QueryTimeoutException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransactionException;
    }
}
