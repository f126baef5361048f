package nightfill.adapter.postgres.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightfill.application.figures.Tally;
import nightfill.application.watch.StockRecords;
import nightfill.domain.allocation.OrderLine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Batches and SKUs in PostgreSQL. */
public record PostgresStockRecords(Reading reading) implements StockRecords {

    private static final String SKU_OF_BATCH =
            "select code from sku join batch on sku_id = sku.id where reference = :reference";

    /** What was allocated at once of each batch of a SKU, and no run has loaded yet. */
    private static final String WAITING = """
            with waiting as materialized (
                select batch_reference, sum(quantity) as units from waiting_urgent_line where sku = (%s)
                group by batch_reference)
            """;

    private static final String STOCK = WAITING + """
            select batch.reference, sku.code, value.eta, value.quantity,
                coalesce(promised, 0) + coalesce(units, 0) as allocated, coalesce(gone, 0) as dispatched
            from sku
                join batch on batch.sku_id = sku.id
                join batch_value value on value.batch_id = batch.id and value.until_run is null
                left join lateral (select * from batch_bound where batch_id = batch.id offset 0) bound on true
                left join waiting on batch_reference = batch.reference
            where %s
            order by value.eta nulls first, batch.reference limit :most
            """;

    /** What is open has the reason that the last finished run gave it. */
    private static final String OPEN = """
            shortage
                join line on line.id = line_id and cancelled_run is null and left_run is null
                join sku on sku.id = line.sku_id and sku.code = :sku
            where shortage.run_id = (select id from run where state = 'FINISHED' order by id desc limit 1)
                and not exists (select from standing_allocation where line_id = line.id)
            """;

    private static final String HELD = """
            select * from (
                (select line.id, order_id, line_number, sku.code, line.quantity, business_date, number,
                    dispatched_run is not null as dispatched
                from allocation
                    join line on line.id = line_id
                    join sku on sku.id = line.sku_id
                    join run on run.id = from_run
                where batch_id = (select id from batch where reference = :reference)
                    and until_run is null and line_id > :after
                order by line_id limit :most)
                union all
                select %1$s, order_id, line_number, sku, quantity, null, null, false
                from waiting_urgent_line waiting
                where sku = (%2$s) and batch_reference = :reference and %1$s > :after) line
            order by id limit :most
            """.formatted(Columns.COMING_TURN, SKU_OF_BATCH);

    @Override
    public Optional<Batch> batch(String reference) {
        return reading.read(jdbc -> jdbc.sql(STOCK.formatted(SKU_OF_BATCH, "batch.reference = :reference"))
                .param("reference", reference)
                .param("most", 1)
                .query(PostgresStockRecords::stock)
                .optional()
                .map(stock -> new Batch(stock, values(jdbc, reference))));
    }

    private static List<Value> values(JdbcClient jdbc, String reference) {
        return jdbc.sql("""
                select business_date, number, quantity, eta
                from batch_value
                    join batch on batch.id = batch_id and reference = :reference
                    join run on run.id = from_run
                order by from_run
                """)
                .param("reference", reference)
                .query((row, index) ->
                        new Value(Columns.name(row), row.getLong("quantity"), row.getObject("eta", LocalDate.class)))
                .list();
    }

    @Override
    public List<HeldLine> heldBy(String reference, long afterTurn, int most) {
        return reading.read(jdbc -> jdbc.sql(HELD)
                .param("reference", reference)
                .param("after", afterTurn)
                .param("most", most)
                .query((row, index) -> new HeldLine(
                        row.getLong("id"), line(row), Columns.nameOrNull(row), row.getBoolean("dispatched")))
                .list());
    }

    /** A SKU that only waits has no batch; one that has only batches has no line. */
    @Override
    public Optional<Sku> sku(String code) {
        return reading.read(jdbc -> jdbc.sql("select code from known_sku where code = :sku")
                .param("sku", code)
                .query(String.class)
                .optional()
                .map(known -> new Sku(known, batches(jdbc, known), supply(jdbc, known), waiting(jdbc, known))));
    }

    private static List<Stock> batches(JdbcClient jdbc, String sku) {
        return jdbc.sql(STOCK.formatted(":sku", "sku.code = :sku"))
                .param("sku", sku)
                .param("most", BATCHES)
                .query(PostgresStockRecords::stock)
                .list();
    }

    private static Supply supply(JdbcClient jdbc, String sku) {
        return jdbc.sql(WAITING.formatted(":sku") + """
                select coalesce(sum(quantity - bound) filter (where eta is null), 0) as free, min(eta) as next
                from (
                    select value.eta, value.quantity,
                        coalesce(promised, 0) + coalesce(gone, 0) + coalesce(units, 0) as bound
                    from sku
                        join batch on batch.sku_id = sku.id
                        join batch_value value on value.batch_id = batch.id and value.until_run is null
                        left join lateral (select * from batch_bound where batch_id = batch.id offset 0) bound on true
                        left join waiting on batch_reference = batch.reference
                    where sku.code = :sku) batch
                """)
                .param("sku", sku)
                .query((row, index) -> new Supply(row.getLong("free"), row.getObject("next", LocalDate.class)))
                .single();
    }

    private static Tally waiting(JdbcClient jdbc, String sku) {
        return jdbc.sql("select count(*), coalesce(sum(line.quantity), 0) from " + OPEN)
                .param("sku", sku)
                .query((row, index) -> new Tally(row.getLong(1), row.getLong(2)))
                .single();
    }

    @Override
    public List<WaitingLine> waitingFor(String sku, long afterTurn, int most) {
        return reading.read(jdbc -> jdbc.sql("""
                select line.id, order_id, line_number, code, line.quantity, reason,
                    (select business_date from run where id = loaded_run) as since
                from %s and line.id > :after order by line.id limit :most
                """.formatted(OPEN))
                .param("sku", sku)
                .param("after", afterTurn)
                .param("most", most)
                .query((row, index) -> new WaitingLine(
                        row.getLong("id"), line(row), row.getObject("since", LocalDate.class), row.getString("reason")))
                .list());
    }

    private static OrderLine line(ResultSet row) throws SQLException {
        return new OrderLine(
                row.getString("order_id"), row.getString("line_number"), row.getString("code"), row.getInt("quantity"));
    }

    private static Stock stock(ResultSet row, int index) throws SQLException {
        return new Stock(
                row.getString("reference"),
                row.getString("code"),
                row.getObject("eta", LocalDate.class),
                row.getLong("quantity"),
                row.getLong("allocated"),
                row.getLong("dispatched"));
    }
}
