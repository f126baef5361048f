package nightfill.adapter.postgres.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import nightfill.application.trace.OrderHistory;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order's history, from the rows that count and from those of undone runs. */
public record PostgresOrderHistory(JdbcClient jdbc) implements OrderHistory {

    private static final String ALL = """
            select id, order_id, line_number, sku_id, quantity, loaded_run, cancelled_run, left_run
            from line where order_id = :order
            union all
            select id, order_id, line_number, sku_id, quantity, loaded_run, cancelled_run, left_run
            from undone.line where order_id = :order
            """;

    /** An order may have any number of lines, of which a page has few. */
    private static final String SOME = """
            (select id, order_id, line_number, sku_id, quantity, loaded_run, cancelled_run, left_run
            from line where order_id = :order and id > :after and id <= :last order by id limit 200)
            union all
            (select id, order_id, line_number, sku_id, quantity, loaded_run, cancelled_run, left_run
            from undone.line where order_id = :order and id > :after and id <= :last order by id limit 200)
            """;

    /** Which runs left a line open is looked up in the chunks that span it, for the shortages of many nights are too many to read. */
    private static final String EVENTS = """
            with known as materialized (%1$s),
                bound as (
                    select line_id, batch_id, from_run from allocation where line_id in (select id from known)
                    union all
                    select line_id, batch_id, from_run from undone.allocation where line_id in (select id from known)),
                event (line_id, run_id, step, what) as (
                    select id, loaded_run, 1, 'loaded' from known
                    union all
                    select line_id, dispatched_run, case when dispatched_run > from_run then 2 else 7 end, 'dispatched'
                    from allocation
                    where dispatched_run is not null and line_id in (select id from known)
                    union all
                    select line_id, dispatched_run, 2, 'dispatched' from undone.dispatch
                    where line_id in (select id from known)
                    union all
                    select line_id, dispatched_run, 7, 'dispatched' from undone.allocation
                    where dispatched_run is not null and line_id in (select id from known)
                    union all
                    select id, cancelled_run, 3, 'cancelled' from known where cancelled_run is not null
                    union all
                    select line_id, cancelled_run, 3, 'cancelled' from undone.cancellation
                    where line_id in (select id from known)
                    union all
                    select id, left_run, 6, 'left without a batch' from known where left_run is not null
                    union all
                    select line_id, left_run, 6, 'left without a batch' from undone.leaving
                    where line_id in (select id from known)
                    union all
                    select line_id, until_run, 4, 'released (' || cause || ')' from allocation
                    where until_run is not null and line_id in (select id from known)
                    union all
                    select line_id, until_run, 4, 'released (' || cause || ')' from undone.allocation_end
                    where line_id in (select id from known)
                    union all
                    select line_id, bound.from_run, 5, 'allocated to ' || batch.reference || %2$s
                    from bound
                        join (select id, reference from batch union all select id, reference from undone.batch) batch
                            on batch.id = batch_id
                        left join lateral (
                            select eta from (
                                select from_run, eta from batch_value where batch_value.batch_id = bound.batch_id
                                union all
                                select from_run, eta from undone.batch_value
                                where undone.batch_value.batch_id = bound.batch_id) former
                            where former.from_run <= bound.from_run
                            order by former.from_run desc limit 1) value on true
                    union all
                    select line_id, later.from_run, 6, 'promised anew: ' || batch.reference || %3$s
                    from allocation
                        join batch on batch.id = batch_id
                        join batch_value later on later.batch_id = batch.id and later.from_run > allocation.from_run
                        join batch_value earlier
                            on earlier.batch_id = batch.id and earlier.until_run = later.from_run
                    where line_id in (select id from known) and later.eta is distinct from earlier.eta
                        and later.from_run < least(allocation.until_run, dispatched_run, 9223372036854775807)
                    union all
                    select known.id, run_id, 6, 'out of stock (' || reasons[array_position(open_lines, known.id)] || ')'
                    from known
                        join sku on sku.id = known.sku_id
                        join decided on run_id >= loaded_run and known.id between first_line and last_line
                            and bucket between first_bucket and last_bucket and known.id = any (open_lines)
                    union all
                    select known.id, run_id, 6, 'out of stock (' || reasons[array_position(open_lines, known.id)] || ')'
                    from known
                        join sku on sku.id = known.sku_id
                        join undone.decided on run_id >= loaded_run and known.id between first_line and last_line
                            and bucket between first_bucket and last_bucket and known.id = any (open_lines))
            select line_number, sku.code as sku, quantity, business_date, number, what, run.id, step, line_id,
                state in ('REPLACED', 'ABANDONED') as undone
            from event
                join known on known.id = event.line_id
                join sku on sku.id = known.sku_id
                join run on run.id = event.run_id
            """;

    /** What was allocated at once happened when a run had ended; a line that waits for the next one has no turn yet. */
    private static final String AT_ONCE = """
            select line_number, sku, urgent.quantity, business_date, number,
                'allocated at once to ' || batch_reference || case when value.batch_id is null then '' else %s end,
                run.id, 8, 0, state in ('REPLACED', 'ABANDONED')
            from urgent_line urgent
                join run on run.id = after_run
                left join batch on batch.reference = batch_reference
                left join batch_value value on value.batch_id = batch.id and value.from_run <= after_run
                    and (value.until_run is null or value.until_run > after_run)
            where order_id = :order
            """.formatted(when("value"));

    private static final String BY_LINE = """
            select * from (%s) event
            union all
            %s order by line_number, sku, quantity, id, step
            """.formatted(events(ALL), AT_ONCE);

    private static final String PAGE = events(SOME) + """
            where (run.id, step, line_id) > (:run, :step, :turn)
            order by run.id, step, line_id limit :most
            """;

    private static final Key FIRST = new Key(0, 0, 0);

    @Override
    public List<Event> of(String orderId) {
        return jdbc.sql(BY_LINE)
                .param("order", orderId)
                .query((row, index) -> event(orderId, row))
                .list();
    }

    @Override
    public List<Event> page(String orderId, Turns turns, @Nullable Key after, int most) {
        Key behind = after == null ? FIRST : after;
        return jdbc.sql(PAGE)
                .param("order", orderId)
                .param("after", turns.after())
                .param("last", turns.last())
                .param("run", behind.run())
                .param("step", behind.step())
                .param("turn", behind.turn())
                .param("most", most)
                .query((row, index) -> event(orderId, row))
                .list();
    }

    private static String events(String lines) {
        return EVENTS.formatted(lines, when("value"), when("later"));
    }

    /** When the goods of a batch are there, as that row has it. */
    private static String when(String value) {
        return "case when %1$s.eta is null then ' (in the warehouse)' else ' (ETA ' || eta_text(%1$s.eta) || ')' end"
                .formatted(value);
    }

    private static Event event(String orderId, ResultSet row) throws SQLException {
        return new Event(
                new Key(row.getLong("id"), row.getInt("step"), row.getLong("line_id")),
                new OrderLine(orderId, row.getString("line_number"), row.getString("sku"), row.getInt("quantity")),
                new RunName(row.getObject("business_date", LocalDate.class), row.getInt("number")),
                row.getString("what"),
                row.getBoolean("undone"));
    }
}
