package nightfill.adapter.postgres.allocation;

import java.util.List;
import nightfill.adapter.postgres.night.PostgresLedger;
import nightfill.application.urgent.UrgentPromises;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lines that were allocated at once, as nights take them in, in PostgreSQL. */
public record PostgresUrgentPromises(JdbcClient jdbc) implements UrgentPromises {

    /**
     * A run that loads builds on the last one, or on what the one that it corrects built on; of what was promised before
     * that, all is loaded. Lines that the run itself has loaded, or the one that it corrects, do not count.
     */
    private static final String BEFORE = """
            with base as (
                select run.id, run.replaces_id, coalesce(case
                    when run.state <> 'LOADING' then run.previous_id
                    when run.replaces_id is not null then replaced.previous_id
                    else (select max(id) from run where state = 'FINISHED') end, 0) as previous_id
                from run left join run replaced on replaced.id = run.replaces_id
                where run.id = :run)
            select order_id, line_number, sku, quantity, batch_reference
            from base join urgent_line urgent on after_run >= base.previous_id
            where not exists (
                select from line join sku on sku.id = line.sku_id
                where (line.order_id, line.line_number, line.quantity) = (urgent.order_id, urgent.line_number, urgent.quantity)
                    and sku.code = urgent.sku
                    and loaded_run <> base.id and loaded_run is distinct from base.replaces_id)
            order by urgent.id
            """;

    @Override
    public List<LineRow> before(Run run) {
        return jdbc.sql(BEFORE)
                .param("run", run.id())
                .query((row, index) -> new LineRow(PostgresLedger.orderLine(row), row.getString("batch_reference")))
                .list();
    }

    /** They are as old as the last night, on which the run builds that brings them back. */
    @Override
    public void putBack(List<LineRow> promises) {
        promises.forEach(promise -> jdbc.sql("""
                insert into urgent_line (order_id, line_number, sku, quantity, batch_reference, after_run, client)
                select ?, ?, ?, ?, ?, max(id), 'restored' from run where state = 'FINISHED' having max(id) is not null
                on conflict do nothing
                """)
                .params(
                        promise.line().orderId(),
                        promise.line().lineNumber(),
                        promise.line().sku())
                .params(promise.line().quantity(), promise.batchReference())
                .update());
    }
}
