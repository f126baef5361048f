package nightfill.adapter.postgres.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.adapter.postgres.server.TwinOf;
import nightfill.application.night.Ledger.EarlierPromise;
import nightfill.domain.feed.Feed;
import nightfill.domain.night.EarlierPromises;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Finds the promises made before the night that may be kept, and rejects the others. */
@TwinOf(EarlierPromises.class)
record PromiseKeeping(RunSql sql) {

    private static final String PROMISED = """
            from (select * from staged_line
                  where run_id = :run and feed in ('allocations', 'urgent') and reason is null) staged
                join line on line.id = %s and line.cancelled_run is null
                left join batch on batch.reference = staged.batch_reference
                left join sku batch_sku on batch_sku.id = batch.sku_id""".formatted(RunSql.STAGED_TURN);

    void forEachPromise(Consumer<EarlierPromise> action) {
        reject("UNKNOWN_BATCH", "'no batch ' || batch_reference || ' is known'", "batch.id is null");
        reject("DOES_NOT_FIT", "'the batch is of SKU ' || batch_sku.code", "batch.sku_id <> line.sku_id");
        sql.prepared("""
                select staged.feed, staged.row_number, line.id, line.order_id, line.line_number, batch_sku.code as sku, line.quantity,
                    batch.id as batch_id, batch.reference, value.eta,
                    value.quantity - coalesce(promised, 0) - coalesce(gone, 0) as available
                %1$s
                    join batch_value value on value.batch_id = batch.id and value.until_run is null
                    left join bound_in(:run) bound on bound.batch_id = batch.id
                where batch.sku_id = line.sku_id
                order by batch.id, line.id
                """.formatted(PROMISED)).query((RowCallbackHandler) row -> action.accept(earlierPromise(row)));
    }

    void reject(EarlierPromise promise) {
        sql.prepared("""
                        insert into reject
                        select run_id, feed, row_number, line, 'DOES_NOT_FIT', 'the batch has less left than the line needs',
                            raw, order_id, line_number, sku, quantity
                        from staged_line where run_id = :run and feed = :feed::feed and row_number = :row
                        """)
                .param("feed", promise.feed().label())
                .param("row", promise.row())
                .update();
    }

    private void reject(String reason, String detail, String condition) {
        sql.update("""
                insert into reject
                select staged.run_id, staged.feed, staged.row_number, staged.line, '%s', %s, staged.raw,
                    staged.order_id, staged.line_number, staged.sku, staged.quantity
                %s
                where %s
                """.formatted(reason, detail, PROMISED, condition));
    }

    private static EarlierPromise earlierPromise(ResultSet row) throws SQLException {
        return new EarlierPromise(
                Feed.of(row.getString("feed")),
                row.getInt("row_number"),
                PostgresLedger.openLine(row),
                PostgresLedger.supply(row));
    }
}
