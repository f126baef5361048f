package nightfill.adapter.postgres.watch;

import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads several things as of one moment. */
public final class Reading {

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    /** Over sessions that read only, see one state of the data in a transaction, and limit their statements */
    public Reading(DataSource sessions) {
        transactions = new TransactionTemplate(new JdbcTransactionManager(sessions));
        jdbc = JdbcClient.create(sessions);
    }

    <T> T read(Function<JdbcClient, T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.apply(jdbc)));
    }
}
