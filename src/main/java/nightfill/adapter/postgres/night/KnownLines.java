package nightfill.adapter.postgres.night;

import nightfill.adapter.postgres.server.RunSql;
import nightfill.domain.words.Rules;

/** Says of rejected rows about lines that nobody knows which lines of their orders are known, the nearest first. */
record KnownLines(RunSql sql) {

    /** Of an order with very many lines no more than a hundred are compared with each row, and those with its number. */
    private static final String NEAR = """
            with unknown as (
                    select row_number, order_id, line_number, sku, quantity from reject
                    where run_id = :run and feed = :feed::feed and reason = 'UNKNOWN_LINE'),
                known as (
                    select line.*, sku.code, count(*) over of_order as lines,
                        row_number() over (of_order order by line.id desc) as place,
                        case line.line_number when '' then 'without a line number' else 'line ' || line.line_number end
                            as name,
                        case when line.cancelled_run is not null then ' (cancelled)' else '' end as state
                    from (select distinct order_id from unknown) orders
                        join line on line.order_id = orders.order_id
                        join sku on sku.id = line.sku_id
                    window of_order as (partition by line.order_id)),
                near as (
                    select unknown.row_number, known.*, row_number() over (
                        partition by unknown.row_number
                        order by known.line_number = unknown.line_number desc, known.code = unknown.sku desc,
                            abs(known.quantity - unknown.quantity), known.id) as nearness
                    from unknown join known on known.order_id = unknown.order_id
                        and (known.place <= 100
                            or (known.line_number <> '' and known.line_number = unknown.line_number)))
            """;

    void tell(String feed) {
        if (sql.run().rules().have(Rules.TWO)) {
            sql.prepared(NEAR + """
                    update reject set detail = told.detail
                    from (
                        select row_number, format('order %s ', order_id) || string_agg(
                                format(case nearness when 1 then '%s is known with %s of %s%s' else '%s with %s of %s%s' end,
                                    name, quantity, code, state), ', ' order by nearness)
                                || case when lines > 3 then format(', and %s more lines', lines - 3) else '' end as detail
                        from near
                        where nearness <= 3
                        group by row_number, order_id, lines) told
                    where reject.run_id = :run and reject.feed = :feed::feed and reject.row_number = told.row_number
                    """).param("feed", feed).update();
        }
    }
}
