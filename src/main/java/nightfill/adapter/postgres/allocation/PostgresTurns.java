package nightfill.adapter.postgres.allocation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.adapter.postgres.server.TwinOf;
import nightfill.application.night.BatchRepository.Turns;
import nightfill.domain.allocation.Part;
import nightfill.domain.allocation.Parts;
import nightfill.domain.allocation.Turn;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Waiting lines, part after part, on a connection of their own and in one snapshot with the stock. */
@TwinOf(nightfill.domain.night.Turns.class)
final class PostgresTurns implements Turns {

    private final Connection connection;
    private final Run run;
    private final List<Part> parts;
    private final long lastTurn;
    private int opened;
    private @Nullable PartTurns part;

    /** Where the night was cut otherwise before, it is cut further, so that it is known what of each part is decided. */
    PostgresTurns(DataSource dataSource, Run run, Parts parts) throws SQLException {
        this.connection = dataSource.getConnection();
        this.run = run;
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            JdbcClient jdbc = RunSql.streaming(new SingleConnectionDataSource(connection, true));
            this.parts = parts.within(DecidedRanges.parts(jdbc, run.id())).all();
            this.lastTurn = jdbc.sql("select coalesce(max(id), 0) from line")
                    .query(Long.class)
                    .single();
            open();
        } catch (SQLException | DataAccessException e) {
            connection.close();
            throw e;
        }
    }

    private PartTurns open() throws SQLException {
        part = null; // or the stocks of two parts would be in memory
        part = new PartTurns(connection, run, parts.get(opened));
        opened++;
        return part;
    }

    @Override
    public @Nullable Turn next() {
        try {
            Turn turn = part == null ? null : part.next();
            while (turn == null && opened < parts.size()) {
                turn = open().next();
            }
            return turn;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public double share() {
        double ofPart = part == null ? 0 : part.share(lastTurn);
        return (opened - 1 + ofPart) / parts.size();
    }

    @Override
    public void close() {
        if (part != null && part.isUnderWay()) {
            breakOff();
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Nobody waits for the rest, and nobody else may get it; the pool learns from the failure that the session is gone. */
    private void breakOff() {
        try (connection) {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LoggerFactory.getLogger(PostgresTurns.class).debug("a session was ended", e);
        }
    }

    private static DataAccessException unreadable(SQLException e) {
        return new DataAccessResourceFailureException("the open lines can no longer be read", e);
    }
}
