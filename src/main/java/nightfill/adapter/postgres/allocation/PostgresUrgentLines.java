package nightfill.adapter.postgres.allocation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.postgres.night.PostgresLedger;
import nightfill.adapter.postgres.night.PostgresRuns;
import nightfill.application.urgent.UrgentAnswer;
import nightfill.application.urgent.UrgentAnswer.Closed;
import nightfill.application.urgent.UrgentAnswer.OutOfStock;
import nightfill.application.urgent.UrgentAnswer.Promised;
import nightfill.application.urgent.UrgentLines;
import nightfill.application.urgent.UrgentRequest;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.allocation.Supply;
import nightfill.domain.night.LineState;
import nightfill.domain.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The repository of lines that are allocated at once, in PostgreSQL. */
public record PostgresUrgentLines(JdbcClient jdbc) implements UrgentLines {

    private static final String BATCHES = """
            select batch.id, reference, value.eta,
                value.quantity - coalesce(promised, 0) - coalesce(gone, 0) - coalesce(waiting.units, 0) as available
            from batch
                join batch_value value on value.batch_id = batch.id and value.until_run is null
                left join batch_taken on batch_taken.batch_id = batch.id
                left join (
                    select batch_reference, sum(quantity) as units from waiting_urgent_line where sku = :sku
                    group by batch_reference) waiting on batch_reference = reference
            where batch.sku_id = (select id from sku where code = :sku)
            """;

    /** A line that the last night left open has the reason that it gave. */
    private static final String KNOWN = """
            select case
                    when cancelled_run is not null then 'CANCELLED'
                    when left_run is not null then 'LEFT'
                    when batch.id is null then 'OPEN'
                    else 'ALLOCATED' end as state,
                reference, eta,
                (select reason from shortage
                    where line_id = line.id and run_id = (select max(id) from run where state = 'FINISHED')) as reason
            from line
                join sku on sku.id = line.sku_id and sku.code = :sku
                left join standing_allocation standing on standing.line_id = line.id
                left join batch on batch.id = standing.batch_id
                left join batch_value value on value.batch_id = batch.id and value.until_run is null
            where (order_id, line_number, line.quantity) = (:order, :number, :quantity)
            union all
            select 'ALLOCATED', batch_reference, eta, null
            from waiting_urgent_line
                left join batch on batch.reference = batch_reference
                left join batch_value value on value.batch_id = batch.id and value.until_run is null
            where (order_id, line_number, sku, waiting_urgent_line.quantity) = (:order, :number, :sku, :quantity)
            """;

    @Override
    public Optional<Run> unfinished() {
        jdbc.sql("lock table urgent_line in row exclusive mode").update();
        PostgresRuns runs = new PostgresRuns(jdbc);
        return runs.unfinished().or(runs::loading);
    }

    @Override
    public Optional<OrderLine> asked(String client, String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:client, hashtextextended(:key, 0)))")
                .param("client", client)
                .param("key", key)
                .query((row, index) -> index)
                .list();
        return jdbc.sql("select * from urgent_line where client = ? and request_key = ?")
                .params(client, key)
                .query((row, index) -> PostgresLedger.orderLine(row))
                .optional();
    }

    @Override
    public List<Supply> supplies(String sku) {
        jdbc.sql("select from sku where code = ? for no key update")
                .param(sku)
                .query((row, index) -> index)
                .list();
        return jdbc.sql(BATCHES)
                .param("sku", sku)
                .query((row, index) -> new Supply(
                        row.getInt("id"),
                        row.getString("reference"),
                        row.getObject("eta", LocalDate.class),
                        row.getLong("available")))
                .list();
    }

    @Override
    public Optional<UrgentAnswer> known(OrderLine line) {
        return jdbc.sql(KNOWN)
                .param("order", line.orderId())
                .param("number", line.lineNumber())
                .param("sku", line.sku())
                .param("quantity", line.quantity())
                .query((row, index) -> answer(row))
                .optional();
    }

    private static UrgentAnswer answer(ResultSet row) throws SQLException {
        LineState state = LineState.valueOf(row.getString("state"));
        return switch (state) {
            case OPEN -> new OutOfStock(ShortageReason.valueOf(row.getString("reason")));
            case ALLOCATED, DISPATCHED ->
                new Promised(row.getString("reference"), row.getObject("eta", LocalDate.class), false);
            case CANCELLED, LEFT -> new Closed(state);
        };
    }

    @Override
    public void keep(UrgentRequest request, String batchReference) {
        OrderLine line = request.line();
        jdbc.sql("""
                insert into urgent_line
                    (order_id, line_number, sku, quantity, batch_reference, after_run, client, request_key)
                select :order, :number, :sku, :quantity, :batch, max(id), :client, :key from run where state = 'FINISHED'
                """)
                .param("order", line.orderId())
                .param("number", line.lineNumber())
                .param("sku", line.sku())
                .param("quantity", line.quantity())
                .param("batch", batchReference)
                .param("client", request.client().name())
                .param("key", request.key().orElse(null), Types.VARCHAR)
                .update();
    }
}
