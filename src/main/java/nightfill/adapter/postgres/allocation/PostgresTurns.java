package nightfill.adapter.postgres.allocation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nightfill.adapter.postgres.server.CopyOut;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.adapter.postgres.server.TwinOf;
import nightfill.application.night.BatchRepository.Turns;
import nightfill.domain.allocation.Demand;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Turn;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Waiting lines by turn, on a connection of their own and in one snapshot with the stock. */
@TwinOf(nightfill.domain.night.Turns.class)
final class PostgresTurns implements Turns {

    private static final String LINES = """
            select id, sku_id, quantity
            from line
            where cancelled_run is null and left_run is null
                and not exists (select from standing_allocation where line_id = line.id)
            order by id
            """;

    private final Connection connection;
    private final DecidedRanges decided;
    private final Map<Integer, SkuStock> stocks;
    private final CopyOut lines;
    private final long lastTurn;
    private long firstTurn;
    private long turn;

    PostgresTurns(DataSource dataSource, long runId) throws SQLException {
        connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            JdbcClient jdbc = RunSql.streaming(new SingleConnectionDataSource(connection, true));
            decided = DecidedRanges.of(jdbc, runId);
            stocks = SkuStocks.read(jdbc);
            lastTurn = jdbc.sql("select coalesce(max(id), 0) from line")
                    .query(Long.class)
                    .single();
            lines = CopyOut.of(connection, LINES);
        } catch (SQLException | DataAccessException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public @Nullable Turn next() {
        try {
            List<String> line = lines.next();
            while (line != null && decided.contain(Long.parseLong(line.get(0)))) {
                line = lines.next();
            }
            return line == null ? null : turn(Long.parseLong(line.get(0)), line);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private Turn turn(long ofLine, List<String> line) {
        turn = ofLine;
        firstTurn = firstTurn == 0 ? turn : firstTurn;
        SkuStock stock = stocks.getOrDefault(Integer.valueOf(line.get(1)), SkuStock.NONE);
        return new Turn(new Demand(turn, Integer.parseInt(line.get(2))), stock);
    }

    @Override
    public double share() {
        return lastTurn == firstTurn ? 1 : (double) (turn - firstTurn) / (lastTurn - firstTurn);
    }

    @Override
    public void close() {
        if (lines.isUnderWay()) {
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
