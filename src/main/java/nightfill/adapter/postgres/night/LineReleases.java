package nightfill.adapter.postgres.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.adapter.postgres.server.TwinOf;
import nightfill.application.night.Ledger.ReducedBatchLine;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.night.Releases;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Finds and releases lines of reduced batches. */
@TwinOf(Releases.class)
record LineReleases(RunSql sql) {

    void forEachLineOfReducedBatches(Consumer<ReducedBatchLine> action) {
        sql.prepared("""
                with reduced as (
                    select value.batch_id, value.quantity as purchased, promised + gone as allocated
                    from batch_value value join bound_in(:run) bound on bound.batch_id = value.batch_id
                    where value.from_run = :run and value.until_run is null and promised + gone > value.quantity)
                select batch_id, purchased, allocated, line.id, order_id, line_number, sku.code as sku, line.quantity
                from reduced
                    join standing_allocation allocation using (batch_id)
                    join line on line.id = allocation.line_id
                    join sku on sku.id = line.sku_id
                where allocation.dispatched_run is null
                order by batch_id, line.id desc
                """).query((RowCallbackHandler) row -> action.accept(reducedBatchLine(row)));
    }

    void release(List<OpenLine> lines) {
        sql.prepared("""
                        with ended as (delete from standing_allocation where line_id = any (:lines) returning *)
                        insert into ended_allocation
                        select line_id, batch_id, quantity, from_run, :run, 'BATCH_REDUCED' from ended
                        """)
                .param("lines", lines.stream().map(OpenLine::turn).toArray(Long[]::new))
                .update();
    }

    private static ReducedBatchLine reducedBatchLine(ResultSet row) throws SQLException {
        return new ReducedBatchLine(
                row.getLong("batch_id"),
                row.getLong("purchased"),
                row.getLong("allocated"),
                PostgresLedger.openLine(row));
    }
}
