package nightfill.adapter.postgres.night;

import java.sql.SQLException;
import java.util.List;
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
public final class PostgresBatchRepository implements BatchRepository {

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    public PostgresBatchRepository(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

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
                .param(
                        "lines",
                        allocated.stream().map(each -> each.line().turn()).toArray(Long[]::new))
                .param(
                        "batches",
                        allocated.stream().map(each -> each.supply().batchId()).toArray(Long[]::new))
                .param(
                        "quantities",
                        allocated.stream()
                                .map(each -> each.line().line().quantity())
                                .toArray(Integer[]::new))
                .update();
    }

    private void recordOutOfStock(Run run, List<OutOfStock> outOfStock) {
        jdbc.sql("""
                insert into shortage (run_id, line_id, reason)
                select :run, line_id, reason from unnest(:lines, :reasons) as decided (line_id, reason)
                on conflict (run_id, line_id) do nothing
                """)
                .param("run", run.id())
                .param(
                        "lines",
                        outOfStock.stream().map(each -> each.line().turn()).toArray(Long[]::new))
                .param(
                        "reasons",
                        outOfStock.stream().map(each -> each.reason().name()).toArray(String[]::new))
                .update();
    }

    private static <D extends Decision> List<D> only(Class<D> kind, List<? extends Decision> decisions) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
