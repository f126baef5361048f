package nightfill.adapter.postgres.night;

import nightfill.adapter.postgres.server.RunSql;
import nightfill.domain.night.Departures;

/** Dispatches and cancels lines as the staged rows say. */
@TwinOf(Departures.class)
record LineDepartures(RunSql sql) {

    /** What a later date's run could not place, about lines that only this late night brings. */
    private static final String BELATED = """
            select line.id as line_id, run.business_date, reject.run_id as reject_run, reject.row_number,
                line.order_id, line.line_number
            from reject
                join run on run.id = reject.run_id and run.state = 'FINISHED' and run.business_date > :date
                join sku on sku.code = reject.sku
                join line on (line.order_id, line.line_number, line.sku_id, line.quantity)
                    = (reject.order_id, reject.line_number, sku.id, reject.quantity)
            where reject.reason = 'UNKNOWN_LINE' and reject.feed = '%s' and line.loaded_run = :run
            """;

    void dispatch() {
        matchRows("dispatches");
        rejectUnknown();
        rejectNotAllocated();
        passOver("batch_id is not null and (dispatched_run is not null or occurrence > 1)");
        markDispatched();
        sql.update("drop table matched");
    }

    void cancel() {
        matchRows("cancellations");
        rejectUnknown();
        reject("DISPATCHED", "'the goods have left already'", "dispatched_run is not null");
        passOver("dispatched_run is null and (cancelled_run is not null or occurrence > 1)");
        addBelatedCancellations();
        endAllocations();
        markCancelled();
        sql.update("drop table matched");
    }

    private void matchRows(String feed) {
        sql.update("""
                create temporary table matched as
                select staged.*, line.id as line_id, line.cancelled_run, allocation.batch_id, allocation.dispatched_run,
                    row_number() over (partition by line.id order by staged.row_number) as occurrence
                from staged_line staged
                    left join sku on sku.code = staged.sku
                    left join line on (line.order_id, line.line_number, line.sku_id, line.quantity)
                        = (staged.order_id, staged.line_number, sku.id, staged.quantity)
                    left join allocation on allocation.live_line_id = line.id
                where staged.run_id = :run and staged.feed = '%s' and staged.reason is null
                """.formatted(feed));
    }

    private void rejectUnknown() {
        reject("UNKNOWN_LINE", "'no such order line is known'", "line_id is null");
    }

    private void rejectNotAllocated() {
        reject(
                "NOT_ALLOCATED",
                "case when cancelled_run is null then 'the order line has no batch'"
                        + " else 'the order line was cancelled' end",
                "line_id is not null and batch_id is null");
    }

    private void reject(String reason, String detail, String condition) {
        sql.update("""
                insert into reject
                select run_id, feed, row_number, line, '%s', %s, raw, order_id, line_number, sku, quantity
                from matched where %s
                """.formatted(reason, detail, condition));
    }

    private void passOver(String condition) {
        sql.update("""
                insert into without_effect
                select run_id, feed, row_number, 'DUPLICATE' from matched where line_id is not null and %s
                """.formatted(condition));
    }

    private void markDispatched() {
        sql.update("""
                update allocation set dispatched_run = :run
                from matched
                where allocation.live_line_id = matched.line_id and allocation.dispatched_run is null
                """);
    }

    private void endAllocations() {
        sql.update("""
                update allocation set until_run = :run, cause = 'CANCELLED'
                from matched
                where allocation.live_line_id = matched.line_id and allocation.dispatched_run is null
                """);
    }

    private void markCancelled() {
        sql.update("""
                update line set cancelled_run = :run
                from matched
                where line.id = matched.line_id and line.cancelled_run is null and matched.dispatched_run is null
                """);
    }

    private void addBelatedCancellations() {
        sql.update("insert into matched (line_id) select line_id from (%s) belated"
                .formatted(BELATED.formatted("cancellations")));
    }

    /**
     * Dispatches that a later date's run could not place, once this late night has allocated their lines; repeating it
     * changes nothing.
     */
    void dispatchBelated() {
        sql.update("""
                update allocation set dispatched_run = :run
                from (%s) belated
                where allocation.live_line_id = belated.line_id and allocation.dispatched_run is null
                """.formatted(BELATED.formatted("dispatches")));
        sql.update("""
                insert into warning (run_id, text)
                select :run, text
                from (
                    select min(reject_run) as reject_run, min(row_number) as row_number, format('the dispatch of order %%s line %%s that came on %%s stays'
                        ' without effect, for the line has no batch: send it again', order_id, line_number,
                        business_date) as text
                    from (%s) belated
                    where not exists (select from allocation where live_line_id = belated.line_id)
                    group by order_id, line_number, business_date) noted
                where not exists (select from warning where run_id = :run and warning.text = noted.text)
                order by reject_run, row_number
                """.formatted(BELATED.formatted("dispatches")));
    }

    /** Judged once tonight's batches are in, which may say that a batch has arrived; repeating it adds nothing. */
    void warnOfDispatchesAtSea() {
        sql.update("""
                insert into warning (run_id, text)
                select :run, text
                from (
                    select line.id, format('order %s line %s was dispatched from batch %s, which is still at sea (ETA %s)',
                        line.order_id, line.line_number, batch.reference, eta_text(value.eta)) as text
                    from allocation
                        join line on line.id = allocation.line_id
                        join batch on batch.id = allocation.batch_id
                        join batch_value value on value.batch_id = batch.id and value.until_run is null
                    where allocation.dispatched_run = :run and value.eta is not null) noted
                where not exists (select from warning where run_id = :run and warning.text = noted.text)
                order by id
                """);
    }
}
