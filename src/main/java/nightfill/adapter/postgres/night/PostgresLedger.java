package nightfill.adapter.postgres.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nightfill.adapter.postgres.lock.RunFence;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.application.night.Ledger;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.Supply;
import nightfill.domain.run.Run;
import nightfill.domain.shrinkage.Shrinkage;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The effects of a run in PostgreSQL, statement by statement. */
public final class PostgresLedger implements Ledger {

    private final JdbcClient jdbc;

    public PostgresLedger(DataSource dataSource) {
        this.jdbc = RunSql.streaming(dataSource);
    }

    @Override
    public void rejectUnreadable(Run run) {
        RunSql sql = sql(run);
        sql.update("analyze staged_line, staged_batch");
        sql.update("""
                insert into reject (run_id, feed, row_number, line, reason, detail, raw)
                select run_id, 'batches', row_number, line, reason, detail, raw
                from staged_batch where run_id = :run and reason is not null
                union all
                select run_id, feed, row_number, line, reason, detail, raw
                from staged_line where run_id = :run and reason is not null
                """);
    }

    @Override
    public void loadLines(Run run) {
        new LineLoading(sql(run)).load();
        sql(run).update("analyze line, sku");
    }

    @Override
    public void dispatchLines(Run run) {
        new LineDepartures(sql(run)).dispatch();
    }

    @Override
    public void cancelLines(Run run) {
        new LineDepartures(sql(run)).cancel();
    }

    @Override
    public void dispatchBelatedLines(Run run) {
        RunFence.hold(jdbc, run, Run.State.ALLOCATING);
        RunSql sql = sql(run);
        LineDepartures departures = new LineDepartures(sql);
        departures.dispatchBelated();
        departures.warnOfDispatchesAtSea();
        sql.update("analyze allocation, shortage");
    }

    @Override
    public void takeBatches(Run run) {
        new BatchTaking(sql(run)).take();
        new LineDepartures(sql(run)).warnOfDispatchesAtSea();
        sql(run).update("analyze batch, batch_value, allocation");
    }

    @Override
    public void forEachLineOfReducedBatches(Run run, Consumer<ReducedBatchLine> action) {
        sql(run).prepared("""
                with reduced as (
                    select value.batch_id, value.quantity as purchased, sum(allocation.quantity) as allocated
                    from batch_value value
                        join allocation on allocation.batch_id = value.batch_id and allocation.until_run is null
                    where value.from_run = :run and value.until_run is null
                    group by value.batch_id, value.quantity
                    having sum(allocation.quantity) > value.quantity)
                select batch_id, purchased, allocated, line.id, order_id, line_number, sku.code as sku, line.quantity
                from reduced
                    join allocation using (batch_id)
                    join line on line.id = allocation.live_line_id
                    join sku on sku.id = line.sku_id
                where allocation.dispatched_run is null
                order by batch_id, line.id desc
                """).query((RowCallbackHandler) row -> action.accept(reducedBatchLine(row)));
    }

    @Override
    public void release(Run run, List<OpenLine> lines) {
        sql(run).prepared("""
                        update allocation set until_run = :run, cause = 'BATCH_REDUCED'
                        where live_line_id = any (:lines)
                        """)
                .param("lines", lines.stream().map(OpenLine::turn).toArray(Long[]::new))
                .update();
    }

    @Override
    public void forEachOpeningPromise(Run run, Consumer<OpeningPromise> action) {
        RunSql sql = sql(run);
        rejectOpenings(sql, "UNKNOWN_BATCH", "'no batch ' || batch_reference || ' is known'", "batch.id is null");
        rejectOpenings(sql, "DOES_NOT_FIT", "'the batch is of SKU ' || batch_sku.code", "batch.sku_id <> line.sku_id");
        sql.prepared("""
                select staged.row_number, line.id, line.order_id, line.line_number, batch_sku.code as sku, line.quantity,
                    batch.id as batch_id, batch.reference, value.eta, value.quantity as available
                %s
                    join batch_value value on value.batch_id = batch.id and value.until_run is null
                where batch.sku_id = line.sku_id
                order by batch.id, staged.row_number
                """.formatted(OPENINGS)).query((RowCallbackHandler) row -> action.accept(openingPromise(row)));
    }

    @Override
    public void rejectOpening(Run run, OpeningPromise promise) {
        sql(run).prepared("""
                        insert into reject
                        select run_id, feed, row_number, line, 'DOES_NOT_FIT', 'the batch has less left than the line needs',
                            raw, order_id, line_number, sku, quantity
                        from staged_line where run_id = :run and feed = 'allocations' and row_number = :row
                        """).param("row", promise.row()).update();
    }

    @Override
    public void count(Run run) {
        new FeedTally(sql(run)).count();
    }

    @Override
    public Shrinkage shrinkage(Run run) {
        return new ShrinkageQuery(sql(run)).shrinkage();
    }

    @Override
    public void undo(Run run) {
        new UndoneRuns(sql(run)).undo();
    }

    @Override
    public void redo(Run run) {
        new UndoneRuns(sql(run)).redo();
    }

    private static final String OPENINGS = """
            from (select * from staged_line
                  where run_id = :run and feed = 'allocations' and reason is null) staged
                join line on line.id = :before + staged.row_number and line.cancelled_run is null
                left join batch on batch.reference = staged.batch_reference
                left join sku batch_sku on batch_sku.id = batch.sku_id""";

    private static void rejectOpenings(RunSql sql, String reason, String detail, String condition) {
        sql.update("""
                insert into reject
                select staged.run_id, staged.feed, staged.row_number, staged.line, '%s', %s, staged.raw,
                    staged.order_id, staged.line_number, staged.sku, staged.quantity
                %s
                where %s
                """.formatted(reason, detail, OPENINGS, condition));
    }

    private RunSql sql(Run run) {
        return new RunSql(jdbc, run);
    }

    private static ReducedBatchLine reducedBatchLine(ResultSet row) throws SQLException {
        return new ReducedBatchLine(
                row.getLong("batch_id"), row.getLong("purchased"), row.getLong("allocated"), openLine(row));
    }

    private static OpeningPromise openingPromise(ResultSet row) throws SQLException {
        return new OpeningPromise(
                row.getInt("row_number"),
                openLine(row),
                new Supply(
                        row.getLong("batch_id"),
                        row.getString("reference"),
                        row.getObject("eta", LocalDate.class),
                        row.getLong("available")));
    }

    public static OpenLine openLine(ResultSet row) throws SQLException {
        return new OpenLine(
                row.getLong("id"),
                new OrderLine(
                        row.getString("order_id"),
                        row.getString("line_number"),
                        row.getString("sku"),
                        row.getInt("quantity")));
    }
}
