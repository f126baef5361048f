package nightfill.adapter.postgres.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import nightfill.application.problem.Problem;
import nightfill.application.run.Fence;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions that hold the fence from their beginning on, so that a process that was taken over writes nothing. */
public final class PostgresFence extends JdbcTransactionManager implements Fence {

    private final DataSource dataSource;
    private final WritePermit permit;
    private final TransactionTemplate transactions = new TransactionTemplate(this);

    public PostgresFence(DataSource dataSource, WritePermit permit) {
        super(dataSource);
        this.dataSource = dataSource;
        this.permit = permit;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        permit.requireNoLoss();
        try {
            super.doBegin(transaction, definition);
        } catch (CannotCreateTransactionException e) {
            throw e.getCause() instanceof Problem loss ? loss : e;
        }
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (!definition.isReadOnly()) {
            permit.hold(connection);
        }
    }

    /**
     * A session that cannot even roll back is gone, and often the whole server: without that being known, whoever
     * notes the failure would wait for a new session as long as the pool does.
     */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (RuntimeException e) {
            permit.doubt();
            throw e;
        }
    }

    @Override
    public void inTransaction(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }

    @Override
    public void around(FileAction files) throws IOException {
        try {
            inTransaction(() -> act(files));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void act(FileAction files) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (Statement statement = connection.createStatement()) {
            act(files, statement);
        } catch (SQLException e) {
            throw translateException("fence", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Asking for the lock also finds out whether the session lives, and with it the transaction that holds the fence. */
    private static void act(FileAction files, Statement statement) throws IOException, SQLException {
        statement.execute("select pg_advisory_lock_shared(%d)".formatted(LockSession.FILES));
        try {
            files.act();
        } finally {
            statement.execute("select pg_advisory_unlock_shared(%d)".formatted(LockSession.FILES));
        }
    }
}
