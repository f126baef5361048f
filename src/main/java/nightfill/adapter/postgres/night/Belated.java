package nightfill.adapter.postgres.night;

/** Names the lines that rows of later dates' feeds were about, before this late night brought them. */
final class Belated {

    /** What a later date's run could not place, of the feed that is filled in, about lines that this run has loaded. */
    static final String LINES = """
            select line.id as line_id, run.business_date,
                line.order_id, line.line_number, line.cancelled_run is not null as cancelled
            from reject
                join run on run.id = reject.run_id and run.state = 'FINISHED' and run.business_date > :date
                join sku on sku.code = reject.sku
                join line on (line.order_id, line.line_number, line.sku_id, line.quantity)
                    = (reject.order_id, reject.line_number, sku.id, reject.quantity)
            where reject.reason = 'UNKNOWN_LINE' and reject.feed = '%s' and line.loaded_run = :run
            """;

    private Belated() {}
}
