package nightfill.adapter.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @CsvSource({
        "08001, Connection refused",
        "08003, This connection has been closed.",
        "08006, An I/O error occurred while sending to the backend.",
        "57P01, FATAL: terminating connection due to unexpected postmaster exit",
        "57P02, FATAL: terminating connection because of crash of another server process",
        "57P03, FATAL: the database system is in recovery mode",
        "57P03, FATAL: the database system is shutting down",
        ", Connection is closed"
    })
    void a_session_that_broke_off_or_could_not_be_opened_is_lost_whatever_it_was_made_of(String state, String message) {
        RuntimeException wrapped = new IllegalStateException(new SQLException(message, state));
        assertThat(loss.isSevered(wrapped)).isTrue();
        assertThat(loss.isLoss(wrapped)).isTrue();
        assertThat(DatabaseTrouble.of(wrapped)).isEqualTo(message.replaceFirst("\\.$", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "57014", "40001", "23505"})
    void a_session_in_which_something_else_failed_is_not(String state) {
        assertThat(loss.isSevered(new IllegalStateException(new SQLException("failed", state))))
                .isFalse();
        assertThat(loss.isSevered(new IllegalStateException(new SQLException("failed"))))
                .isFalse();
    }

    @Test
    void what_broke_off_without_a_word_is_told_by_who_noticed() {
        SQLException noticed = new SQLException("An I/O error occurred.", "08006", new EOFException());
        assertThat(DatabaseTrouble.of(new IllegalStateException(noticed))).isEqualTo("An I/O error occurred");
        assertThat(DatabaseTrouble.of(new EOFException())).isEqualTo("java.io.EOFException");
    }

    @Test
    void a_mistake_is_neither() {
        RuntimeException mistake = new EmptyResultDataAccessException(1);
        assertThat(loss.isLoss(mistake)).isFalse();
        assertThat(loss.isSlow(mistake)).isFalse();
    }
}
