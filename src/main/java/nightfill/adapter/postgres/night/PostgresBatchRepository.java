package nightfill.adapter.postgres.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nightfill.adapter.postgres.lock.RunFence;
import nightfill.application.night.BatchRepository;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.Batch.Promise;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Decision.OutOfStock;
import nightfill.domain.allocation.OrderLine;
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
    public void add(Run run, Batch batch) {
        learnSku(batch.sku());
        insertBatch(run, batch);
        for (Promise promise : batch.promises()) {
            insertLine(run, promise.line().turn(), promise.line().line());
            insertPromise(run, batch, promise);
        }
    }

    @Override
    public Optional<Batch> get(String reference) {
        return jdbc.sql(BATCHES + "where batch.reference = ?")
                .param(reference)
                .query(this::batch)
                .optional();
    }

    @Override
    public List<Batch> list() {
        return jdbc.sql(BATCHES + "order by batch.reference").query(this::batch).list();
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

    private void learnSku(String sku) {
        jdbc.sql("insert into sku (code) values (?) on conflict do nothing")
                .param(sku)
                .update();
    }

    private void insertBatch(Run run, Batch batch) {
        jdbc.sql("""
                with added as (
                    insert into batch (reference, sku_id, first_run)
                    select :reference, id, :run from sku where code = :sku
                    returning id)
                insert into batch_value (batch_id, from_run, quantity, eta)
                select id, :run, :quantity, :eta from added
                """)
                .param("run", run.id())
                .param("reference", batch.reference())
                .param("sku", batch.sku())
                .param("quantity", batch.purchasedQuantity())
                .param("eta", batch.eta(), Types.DATE)
                .update();
    }

    private void insertLine(Run run, long turn, OrderLine line) {
        jdbc.sql("""
                insert into line (id, order_id, line_number, sku_id, quantity, loaded_run)
                select :turn, :order, :line, id, :quantity, :run from sku where code = :sku
                on conflict do nothing
                """)
                .param("run", run.id())
                .param("turn", turn)
                .param("order", line.orderId())
                .param("line", line.lineNumber())
                .param("sku", line.sku())
                .param("quantity", line.quantity())
                .update();
    }

    private void insertPromise(Run run, Batch batch, Promise promise) {
        jdbc.sql("""
                insert into allocation (line_id, batch_id, sku_id, quantity, from_run, dispatched_run)
                select :turn, id, sku_id, :quantity, :run, case when :dispatched then :run end
                from batch
                where reference = :reference
                """)
                .param("run", run.id())
                .param("turn", promise.line().turn())
                .param("quantity", promise.line().line().quantity())
                .param("dispatched", promise.dispatched())
                .param("reference", batch.reference())
                .update();
    }

    private static final String BATCHES = """
            select batch.id, batch.reference, sku.code as sku, value.quantity, value.eta
            from batch
                join sku on sku.id = batch.sku_id
                join batch_value value on value.batch_id = batch.id and value.until_run is null
            """;

    private Batch batch(ResultSet row, int index) throws SQLException {
        Batch batch = new Batch(
                row.getString("reference"),
                row.getString("sku"),
                row.getInt("quantity"),
                row.getObject("eta", LocalDate.class));
        addPromises(batch, row.getLong("id"));
        return batch;
    }

    private void addPromises(Batch batch, long batchId) {
        jdbc.sql("""
                select line.id, order_id, line_number, sku.code as sku, line.quantity,
                    dispatched_run is not null as dispatched
                from allocation join line on line.id = live_line_id join sku on sku.id = line.sku_id
                where batch_id = ?
                order by line.id
                """)
                .param(batchId)
                .query((promise, index) -> {
                    batch.allocate(PostgresLedger.openLine(promise));
                    return promise.getBoolean("dispatched") && batch.dispatch(PostgresLedger.openLine(promise));
                })
                .list();
    }

    private static <D extends Decision> List<D> only(Class<D> kind, List<? extends Decision> decisions) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
