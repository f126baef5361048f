package nightfill.adapter.postgres.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.application.figures.NightDetail;
import nightfill.application.figures.NightDetail.Holding;
import nightfill.application.figures.NightDetail.Place;
import nightfill.application.figures.NightDetail.Rejected;
import nightfill.application.figures.NightDetail.ShortSku;
import nightfill.application.figures.Tally;
import nightfill.application.report.Report;

/** Counts what a night's page shows beyond its totals; of many SKUs, those with the most open units. */
record DetailQuery(RunSql sql) {

    private static final int SKUS = 10;

    /** Of each SKU, what the run left open of it. */
    private static final String SHORT = """
            select sku_id, count(*) as lines, sum(quantity) as units, min(run.business_date) as since
            from open_line join run on run.id = loaded_run
            group by sku_id
            """;

    private static final String WORST = """
            with short as materialized (%s),
                worst as materialized (
                    select sku.code, short.*
                    from short join sku on sku.id = short.sku_id
                    order by units desc, since, code
                    limit :most),
                supply as materialized (
                    select batch.sku_id, batch_id, quantity, eta
                    from worst
                        join batch on batch.sku_id = worst.sku_id
                        join batch_value on batch_id = batch.id and until_run is null),
                stock as (
                    select sku_id, sum(quantity - coalesce(promised, 0) - coalesce(gone, 0)) as free,
                        min(eta) filter (where quantity > coalesce(gone, 0) and eta >= :date) as next_eta,
                        min(eta) filter (where quantity > coalesce(gone, 0) and eta < :date) as overdue_since
                    from supply left join bound using (batch_id)
                    group by sku_id)
            select code, lines, units, since, coalesce(free, 0) as free, next_eta, overdue_since,
                (select count(*) from short) as skus
            from worst left join stock using (sku_id)
            order by units desc, since, code
            """.formatted(SHORT);

    private static final String STOCK = """
            select case when eta is null then 'WAREHOUSE' when eta < :date then 'OVERDUE' else 'DUE' end as place,
                count(*) filter (where value.quantity > coalesce(gone, 0)) as batches,
                sum(value.quantity) - coalesce(sum(gone), 0) as units,
                coalesce(sum(lines), 0) as lines, coalesce(sum(promised), 0) as promised
            from batch_value value left join bound using (batch_id)
            where value.until_run is null
            group by place
            """;

    private static final String REJECTED = """
            select feed || '.csv', reason, count(*)
            from reject where run_id = :run
            group by feed, reason
            order by feed, count(*) desc, reason collate "C"
            """;

    private static final String PROMISES =
            """
            select cause, count(*), sum(quantity)
            from (%s) promise (order_id, line_number, sku, quantity, ref_before, eta_before, ref_after, eta_after, cause)
            group by cause
            """.formatted(ReportQuery.of(Report.PROMISES).rows());

    NightDetail detail() {
        AtomicLong shortSkus = new AtomicLong();
        List<ShortSku> worst = worst(shortSkus::set);
        return new NightDetail(shortSkus.get(), worst, stock(), openSince(), promises(), rejected());
    }

    /** Each row also says how many SKUs there are; where there are none, there is no row. */
    private List<ShortSku> worst(LongConsumer skus) {
        return sql.prepared(WORST)
                .param("most", SKUS)
                .query((row, index) -> {
                    skus.accept(row.getLong("skus"));
                    return shortSku(row);
                })
                .list();
    }

    private Map<Place, Holding> stock() {
        Map<Place, Holding> stock = new EnumMap<>(Place.class);
        sql.prepared(STOCK).query(row -> {
            stock.put(Place.valueOf(row.getString("place")), holding(row));
        });
        return stock;
    }

    private SortedMap<LocalDate, Tally> openSince() {
        SortedMap<LocalDate, Tally> since = new TreeMap<>();
        sql.prepared("""
                        select run.business_date, count(*), sum(quantity)
                        from open_line join run on run.id = loaded_run
                        group by 1
                        """).query(row -> {
            since.put(row.getObject(1, LocalDate.class), new Tally(row.getLong(2), row.getLong(3)));
        });
        return since;
    }

    private Map<String, Tally> promises() {
        Map<String, Tally> byCause = new TreeMap<>();
        sql.prepared(PROMISES).query(row -> {
            byCause.put(row.getString(1), new Tally(row.getLong(2), row.getLong(3)));
        });
        return byCause;
    }

    private List<Rejected> rejected() {
        return sql.prepared(REJECTED)
                .query((row, index) -> new Rejected(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private static ShortSku shortSku(ResultSet row) throws SQLException {
        return new ShortSku(
                row.getString("code"),
                new Tally(row.getLong("lines"), row.getLong("units")),
                row.getObject("since", LocalDate.class),
                row.getLong("free"),
                row.getObject("next_eta", LocalDate.class),
                row.getObject("overdue_since", LocalDate.class));
    }

    private static Holding holding(ResultSet row) throws SQLException {
        return new Holding(
                row.getLong("batches"), row.getLong("units"), new Tally(row.getLong("lines"), row.getLong("promised")));
    }
}
