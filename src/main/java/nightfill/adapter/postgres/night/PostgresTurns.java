package nightfill.adapter.postgres.night;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import nightfill.adapter.postgres.server.Cursor;
import nightfill.application.night.BatchRepository.Turns;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.Supply;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Waiting lines and the supplies of their SKUs, from two cursors that walk side by side over the same SKUs in the same
 * order, on a connection of their own and in one snapshot.
 */
@TwinOf(nightfill.domain.night.Turns.class)
final class PostgresTurns implements Turns {

    private static final String WAITING = """
            from line
            where cancelled_run is null
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
    private final Cursor lines;
    private final Cursor supplies;
    private final long size;
    private boolean onSupply;

    PostgresTurns(DataSource dataSource, long runId) throws SQLException {
        connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            size = count(runId);
            lines = new Cursor(connection, LINES, runId, 1);
            supplies = new Cursor(connection, SUPPLIES, runId, 1);
            onSupply = supplies.next();
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public @Nullable OpenLine next() {
        try {
            return lines.next() ? PostgresLedger.openLine(lines.row()) : null;
        } catch (SQLException e) {
            throw lost(e);
        }
    }

    @Override
    public List<Supply> supplies(String sku) {
        try {
            return readSupplies(sku);
        } catch (SQLException e) {
            throw lost(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw lost(e);
        }
    }

    private List<Supply> readSupplies(String sku) throws SQLException {
        List<Supply> ofSku = new ArrayList<>();
        boolean known = false;
        while (onSupply && supplies.row().getString("sku").equals(sku)) {
            known = true;
            if (supplies.row().getString("reference") != null) {
                ofSku.add(supply(supplies.row()));
            }
            onSupply = supplies.next();
        }
        if (!known) {
            throw new IllegalStateException("supplies are not at SKU " + sku);
        }
        return ofSku;
    }

    private long count(long runId) throws SQLException {
        try (Cursor count = new Cursor(connection, "select count(*) " + WAITING, runId, 1)) {
            count.next();
            return count.row().getLong(1);
        }
    }

    private static Supply supply(ResultSet row) throws SQLException {
        return new Supply(
                row.getLong("batch_id"),
                row.getString("reference"),
                row.getObject("eta", LocalDate.class),
                row.getLong("available"));
    }

    private static DataAccessResourceFailureException lost(SQLException cause) {
        return new DataAccessResourceFailureException("the open lines can no longer be read", cause);
    }
}
