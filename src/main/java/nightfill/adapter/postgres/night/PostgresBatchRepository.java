package nightfill.adapter.postgres.night;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import nightfill.adapter.postgres.lock.RunFence;
import nightfill.application.night.BatchRepository;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Decision.OutOfStock;
import nightfill.domain.run.Run;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Batches, allocations and shortages in PostgreSQL. */
public record PostgresBatchRepository(DataSource dataSource, JdbcClient jdbc) implements BatchRepository {

    @Override
    public Turns turns(Run run) {
        try {
            return new PostgresTurns(dataSource, run.id());
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the open lines cannot be read", e);
        }
    }

    @Override
    public void record(Run run, List<? extends Decision> decisions) {
        RunFence.hold(jdbc, run, Run.State.ALLOCATING);
        List<Allocated> allocated = only(Allocated.class, decisions);
        List<OutOfStock> outOfStock = only(OutOfStock.class, decisions);
        if (!allocated.isEmpty()) {
            recordAllocated(run, allocated);
        }
        if (!outOfStock.isEmpty()) {
            recordOutOfStock(run, outOfStock);
        }
    }

    private void recordAllocated(Run run, List<Allocated> allocated) {
        jdbc.sql("""
                insert into allocation (line_id, batch_id, sku_id, quantity, from_run)
                select decided.line_id, decided.batch_id, batch.sku_id, decided.quantity, :run
                from unnest(:lines, :batches, :quantities) as decided (line_id, batch_id, quantity)
                    join batch on batch.id = decided.batch_id
                on conflict (line_id, from_run) do nothing
                """)
                .param("run", run.id())
                .param("lines", each(allocated, it -> it.line().turn(), Long[]::new))
                .param("batches", each(allocated, it -> it.supply().batchId(), Long[]::new))
                .param("quantities", each(allocated, it -> it.line().line().quantity(), Integer[]::new))
                .update();
    }

    private void recordOutOfStock(Run run, List<OutOfStock> outOfStock) {
        jdbc.sql("""
                insert into shortage (run_id, line_id, reason)
                select :run, line_id, reason from unnest(:lines, :reasons) as decided (line_id, reason)
                on conflict (run_id, line_id) do nothing
                """)
                .param("run", run.id())
                .param("lines", each(outOfStock, it -> it.line().turn(), Long[]::new))
                .param("reasons", each(outOfStock, it -> it.reason().name(), String[]::new))
                .update();
    }

    private static <D, V> V[] each(List<D> decisions, Function<D, V> value, IntFunction<V[]> array) {
        return decisions.stream().map(value).toArray(array);
    }

    private static <D extends Decision> List<D> only(Class<D> kind, List<? extends Decision> decisions) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
