package nightfill.adapter.postgres.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import nightfill.application.look.OrderRecords;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.night.LineState;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/** Orders in PostgreSQL. */
public record PostgresOrderRecords(Reading reading) implements OrderRecords {

    private static final String LOADED = """
            select line.id, order_id, line_number, code, line.quantity, loaded.business_date, loaded.number,
                case when cancelled_run is not null then 'CANCELLED' when left_run is not null then 'LEFT'
                    when dispatched_run is not null then 'DISPATCHED' when reference is not null then 'ALLOCATED'
                    else 'OPEN' end as line_state, reference, eta,
                since.business_date as since_date, since.number as since_number,
                coalesce(reason_left_open(last.id, line.id), '') as reason
            from line
                join sku on sku.id = line.sku_id
                join run loaded on loaded.id = loaded_run
                left join standing_allocation allocation on line_id = line.id
                left join batch on batch.id = allocation.batch_id
                left join batch_value on batch_value.batch_id = batch.id and batch_value.until_run is null
                left join run since on since.id = allocation.from_run
                left join (select max(id) as id from run where state = 'FINISHED') last on true
            where order_id = :order and line.id > :after
            order by line.id limit :most
            """;

    /** What was allocated at once, and no run has loaded yet. */
    private static final String WAITING = """
            select %1$s, order_id, line_number, sku, waiting.quantity, null, null, 'ALLOCATED', batch_reference, eta,
                null, null, ''
            from waiting_urgent_line waiting
                left join batch on batch.reference = batch_reference
                left join batch_value on batch_value.batch_id = batch.id and batch_value.until_run is null
            where order_id = :order and %1$s > :after
            """.formatted(Columns.COMING_TURN);

    private static final String LINES =
            "select * from ((%s) union all (%s)) line order by id limit :most".formatted(LOADED, WAITING);

    @Override
    public List<Line> lines(String orderId, long afterTurn, int most) {
        return reading.read(jdbc -> jdbc.sql(LINES)
                .param("order", orderId)
                .param("after", afterTurn)
                .param("most", most)
                .query(PostgresOrderRecords::line)
                .list());
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        @Nullable Promise promise = promise(row);
        return new Line(
                row.getLong("id"),
                new OrderLine(
                        row.getString("order_id"),
                        row.getString("line_number"),
                        row.getString("code"),
                        row.getInt("quantity")),
                Columns.nameOrNull(row),
                LineState.valueOf(row.getString("line_state")),
                promise,
                promise == null ? row.getString("reason") : "");
    }

    private static @Nullable Promise promise(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        return reference == null ? null : new Promise(reference, row.getObject("eta", LocalDate.class), since(row));
    }

    private static @Nullable RunName since(ResultSet row) throws SQLException {
        LocalDate date = row.getObject("since_date", LocalDate.class);
        return date == null ? null : new RunName(date, row.getInt("since_number"));
    }
}
