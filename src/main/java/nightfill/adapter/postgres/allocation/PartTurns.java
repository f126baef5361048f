package nightfill.adapter.postgres.allocation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import nightfill.adapter.postgres.server.CopyOut;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.domain.allocation.Demand;
import nightfill.domain.allocation.Part;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Turn;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The waiting lines of one part by turn, with the stock of its SKUs and of no others. */
final class PartTurns {

    private static final String LINES = """
            select id, sku_id, quantity
            from %s line
            where cancelled_run is null and left_run is null
                and not exists (select from standing_allocation where line_id = line.id)%s
            order by id
            """;

    private final Part part;
    private final DecidedRanges decided;
    private final Map<Integer, SkuStock> stocks;
    private final CopyOut lines;
    private long firstTurn;
    private long turn;

    /** Those of a run, read on a connection that nothing else may disturb until the last is read. */
    PartTurns(Connection connection, Run run, Part part) throws SQLException {
        JdbcClient jdbc = RunSql.streaming(new SingleConnectionDataSource(connection, true));
        this.part = part;
        decided = DecidedRanges.of(jdbc, run.id(), part);
        stocks = SkuStocks.read(jdbc, run, part);
        lines = CopyOut.of(
                connection,
                new RunSql(jdbc, run).literal(LINES.formatted(RunSql.OPEN_IN_RUN, PartSkus.only(part, "sku_id"))));
    }

    @Nullable
    Turn next() throws SQLException {
        List<String> line = lines.next();
        while (line != null && decided.contain(Long.parseLong(line.get(0)))) {
            line = lines.next();
        }
        return line == null ? null : turn(Long.parseLong(line.get(0)), line);
    }

    private Turn turn(long ofLine, List<String> line) {
        turn = ofLine;
        firstTurn = firstTurn == 0 ? turn : firstTurn;
        SkuStock stock = stocks.getOrDefault(Integer.valueOf(line.get(1)), SkuStock.NONE);
        return new Turn(new Demand(turn, Integer.parseInt(line.get(2)), part), stock);
    }

    /** How far it is, where that is the last turn of all lines. */
    double share(long lastTurn) {
        return lastTurn == firstTurn ? 1 : (double) (turn - firstTurn) / (lastTurn - firstTurn);
    }

    boolean isUnderWay() {
        return lines.isUnderWay();
    }
}
