package nightfill.adapter.postgres.allocation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import javax.sql.DataSource;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.adapter.postgres.server.TwinOf;
import nightfill.application.night.BatchRepository.Turns;
import nightfill.domain.allocation.Demand;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Turn;
import org.jspecify.annotations.Nullable;
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
    private final Iterator<Waiting> lines;
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
            // rows are fetched as they are asked for; the connection's end closes what fetches them
            lines = jdbc.sql(LINES).query(Waiting::of).stream().iterator();
        } catch (SQLException | DataAccessException e) {
            close();
            throw e;
        }
    }

    @Override
    public @Nullable Turn next() {
        while (lines.hasNext()) {
            Waiting line = lines.next();
            if (!decided.contain(line.demand().turn())) {
                turn = line.demand().turn();
                firstTurn = firstTurn == 0 ? turn : firstTurn;
                return new Turn(line.demand(), stocks.getOrDefault(line.sku(), SkuStock.NONE));
            }
        }
        return null;
    }

    @Override
    public double share() {
        return lastTurn == firstTurn ? 1 : (double) (turn - firstTurn) / (lastTurn - firstTurn);
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the open lines can no longer be read", e);
        }
    }

    private record Waiting(int sku, Demand demand) {

        static Waiting of(ResultSet row, int index) throws SQLException {
            return new Waiting(row.getInt(2), new Demand(row.getLong(1), row.getInt(3)));
        }
    }
}
