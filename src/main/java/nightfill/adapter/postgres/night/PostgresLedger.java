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
import nightfill.domain.night.Resemblance;
import nightfill.domain.run.Run;
import nightfill.domain.shrinkage.Shrinkage;
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
    public void settleDispatches(Run run) {
        RunFence.hold(jdbc, run, Run.State.ALLOCATING);
        RunSql sql = sql(run);
        sql.update("analyze standing_allocation, ended_allocation, decided, waiting_dispatch");
        DispatchSettlement settlement = new DispatchSettlement(sql);
        settlement.settle();
        new FeedTally(sql).countDispatches();
        settlement.settleBelated();
        settlement.warnOfDispatchesAtSea();
    }

    @Override
    public void takeBatches(Run run) {
        new BatchTaking(sql(run)).take(run.terms().purchasing().batches());
        new DispatchSettlement(sql(run)).warnOfDispatchesAtSea();
        sql(run).update("analyze batch, batch_value, batch_taken, standing_allocation, ended_allocation");
    }

    @Override
    public void forEachLineOfReducedBatches(Run run, Consumer<ReducedBatchLine> action) {
        new LineReleases(sql(run)).forEachLineOfReducedBatches(action);
    }

    @Override
    public void release(Run run, List<OpenLine> lines) {
        new LineReleases(sql(run)).release(lines);
    }

    @Override
    public void forEachEarlierPromise(Run run, Consumer<EarlierPromise> action) {
        new PromiseKeeping(sql(run)).forEachPromise(action);
    }

    @Override
    public void rejectPromise(Run run, EarlierPromise promise) {
        new PromiseKeeping(sql(run)).reject(promise);
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
    public Resemblance resemblance(Run run) {
        return ResemblanceQuery.of(sql(run)).resemblance();
    }

    @Override
    public Skus skus(Run run) {
        return new SkuQuery(sql(run));
    }

    @Override
    public void undo(Run run) {
        new UndoneRuns(sql(run)).undo();
    }

    @Override
    public void redo(Run run) {
        new UndoneRuns(sql(run)).redo();
    }

    private RunSql sql(Run run) {
        return new RunSql(jdbc, run);
    }

    public static OpenLine openLine(ResultSet row) throws SQLException {
        return new OpenLine(row.getLong("id"), orderLine(row));
    }

    public static OrderLine orderLine(ResultSet row) throws SQLException {
        return new OrderLine(
                row.getString("order_id"), row.getString("line_number"), row.getString("sku"), row.getInt("quantity"));
    }

    static Supply supply(ResultSet row) throws SQLException {
        return new Supply(
                row.getInt("batch_id"),
                row.getString("reference"),
                row.getObject("eta", LocalDate.class),
                row.getLong("available"));
    }
}
