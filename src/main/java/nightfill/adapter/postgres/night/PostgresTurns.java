package nightfill.adapter.postgres.night;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.application.night.BatchRepository.Turns;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.Supply;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Waiting lines and the supplies of their SKUs, from two queries that walk side by side over the same SKUs in the same
 * order, on a connection of their own and in one snapshot.
 */
@TwinOf(nightfill.domain.night.Turns.class)
final class PostgresTurns implements Turns {

    private static final String WAITING = """
            from line
            where allocatable_id is not null
                and not exists (select from allocation where live_line_id = line.id)
                and not exists (select from shortage where run_id = ? and line_id = line.id)
            """;

    private static final String LINES = """
            select line.id, order_id, line_number, sku.code as sku, quantity
            from (select * %s) line join sku on sku.id = line.sku_id
            order by line.sku_id, line.id
            """.formatted(WAITING);

    /** Every SKU that is waited for has a row, also one without any batch. */
    private static final String SUPPLIES = """
            with waiting as (select distinct sku_id %s),
                taken as (
                    select batch_id, sum(quantity) as quantity
                    from allocation
                    where until_run is null
                    group by batch_id)
            select sku.code as sku, batch.id as batch_id, batch.reference, value.eta,
                value.quantity - coalesce(taken.quantity, 0) as available
            from waiting
                join sku on sku.id = waiting.sku_id
                left join batch on batch.sku_id = waiting.sku_id
                left join batch_value value on value.batch_id = batch.id and value.until_run is null
                left join taken on taken.batch_id = batch.id
            order by waiting.sku_id
            """.formatted(WAITING);

    private final Connection connection;
    private final long size;
    private final Iterator<OpenLine> lines;
    private final Iterator<SuppliedSku> supplies;
    private @Nullable SuppliedSku supply;

    PostgresTurns(DataSource dataSource, long runId) throws SQLException {
        connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            JdbcClient jdbc = RunSql.streaming(new SingleConnectionDataSource(connection, true));
            size = jdbc.sql("select count(*) " + WAITING)
                    .param(runId)
                    .query(Long.class)
                    .single();
            lines = each(jdbc.sql(LINES).param(runId).query((row, index) -> PostgresLedger.openLine(row)));
            supplies = each(jdbc.sql(SUPPLIES).param(runId).query(SuppliedSku::of));
            supply = nextSupply();
        } catch (SQLException | DataAccessException e) {
            close();
            throw e;
        }
    }

    /** Rows are fetched as they are asked for; the connection's end closes what fetches them. */
    private static <T> Iterator<T> each(MappedQuerySpec<T> query) {
        return query.stream().iterator();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public @Nullable OpenLine next() {
        return lines.hasNext() ? lines.next() : null;
    }

    @Override
    public List<Supply> supplies(String sku) {
        if (supply == null || !supply.sku().equals(sku)) {
            throw new IllegalStateException("supplies are not at SKU " + sku);
        }
        List<Supply> ofSku = new ArrayList<>();
        for (; supply != null && supply.sku().equals(sku); supply = nextSupply()) {
            if (supply.batch() != null) {
                ofSku.add(supply.batch());
            }
        }
        return ofSku;
    }

    private @Nullable SuppliedSku nextSupply() {
        return supplies.hasNext() ? supplies.next() : null;
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the open lines can no longer be read", e);
        }
    }

    private record SuppliedSku(String sku, @Nullable Supply batch) {

        static SuppliedSku of(ResultSet row, int index) throws SQLException {
            boolean without = row.getString("reference") == null;
            return new SuppliedSku(row.getString("sku"), without ? null : PostgresLedger.supply(row));
        }
    }
}
