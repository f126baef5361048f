package nightfill.adapter.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

class PostgresLossIT {

    private final PostgresLoss loss = new PostgresLoss();

    private static SQLException busy() {
        return new SQLTransientConnectionException("request timed out");
    }

    private static SQLException refused() {
        return new SQLTransientConnectionException(
                "request timed out", new SQLException("Connection refused", "08001"));
    }

    @Test
    void a_server_that_is_not_there_is_lost_for_all() {
        assertThat(List.of(
                        new DataAccessResourceFailureException("broken pipe"),
                        new TransientDataAccessResourceException("shutting down"),
                        new CannotGetJdbcConnectionException("none", refused()),
                        new CannotCreateTransactionException("none", refused())))
                .allMatch(loss::isLoss)
                .noneMatch(loss::isSlow);
    }

    @Test
    void a_statement_that_took_too_long_or_found_no_session_is_lost_alone() {
        assertThat(List.of(
                        new QueryTimeoutException("cancelled"),
                        new CannotAcquireLockException("locked"),
                        new CannotGetJdbcConnectionException("none", busy()),
                        new CannotCreateTransactionException("none", busy())))
                .allMatch(loss::isSlow)
                .noneMatch(loss::isLoss);
    }

    @Test
    void a_mistake_is_neither() {
        RuntimeException mistake = new EmptyResultDataAccessException(1);
        assertThat(loss.isLoss(mistake)).isFalse();
        assertThat(loss.isSlow(mistake)).isFalse();
    }
}
