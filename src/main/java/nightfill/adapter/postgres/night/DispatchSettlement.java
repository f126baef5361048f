package nightfill.adapter.postgres.night;

import nightfill.adapter.postgres.server.RunSql;
import nightfill.adapter.postgres.server.TwinOf;
import nightfill.domain.night.WaitingDispatches;
import nightfill.domain.words.Rules;

/** Dispatches, once the run has allocated, what had to wait for it; repeating any of it changes nothing. */
@TwinOf(WaitingDispatches.class)
record DispatchSettlement(RunSql sql) {

    private static final String WAITING = "select line_id from waiting_dispatch where run_id = :run";
    private static final String BELATED = Belated.LINES.formatted("dispatches");
    private static final String BELATED_LINES = "select line_id from (%s) belated".formatted(BELATED);

    void settle() {
        dispatch(WAITING);
        close(WAITING);
        sql.update("""
                insert into reject
                select staged.run_id, feed, row_number, staged.line, 'NOT_ALLOCATED',
                    'no batch was found for the order line, whose goods have left: it is closed', raw,
                    staged.order_id, staged.line_number, sku, staged.quantity
                from waiting_dispatch waiting
                    join staged_line staged using (run_id, row_number)
                    join line on line.id = waiting.line_id and line.left_run = :run
                where run_id = :run and feed = 'dispatches'
                on conflict do nothing
                """);
    }

    /** Dispatches that a later date's run could not place, once this late night has allocated their lines. */
    void settleBelated() {
        dispatch(BELATED_LINES);
        if (sql.run().rules().have(Rules.TWO)) {
            close(BELATED_LINES);
        }
        warnOfBelatedWithoutBatch();
    }

    private void dispatch(String lines) {
        sql.update("""
                update standing_allocation set dispatched_run = :run
                where line_id in (%s) and dispatched_run is null
                """.formatted(lines));
    }

    private void close(String lines) {
        sql.update("""
                with closed as (
                    update line set left_run = :run
                    where id in (%s) and cancelled_run is null and left_run is null
                        and not exists (select from standing_allocation where line_id = line.id)
                    returning id, sku_id)
                update decided set (open_lines, reasons) = (
                    select coalesce(array_agg(line_id order by line_id), '{}'),
                        coalesce(array_agg(reason order by line_id), '{}')
                    from unnest(open_lines, reasons) open (line_id, reason)
                    where line_id not in (select id from closed))
                where run_id = :run and exists (
                    select from closed join sku on sku.id = sku_id
                    where closed.id between first_line and last_line and bucket between first_bucket and last_bucket)
                """.formatted(lines));
    }

    private void warnOfBelatedWithoutBatch() {
        String outcome = sql.run().rules().have(Rules.TWO)
                ? """
                case when cancelled then 'stays without effect, for the line was cancelled'
                    else 'found no batch for the line: its goods have left, so it is closed' end"""
                : "'stays without effect, for the line has no batch: send it again'";
        sql.update("""
                insert into warning (run_id, text)
                select :run, text
                from (
                    select min(line_id) as turn, business_date,
                        format('the dispatch of order %%s line %%s that came on %%s ', order_id, line_number, business_date)
                            || %s as text
                    from (%s) belated
                    where not exists (
                        select from standing_allocation where line_id = belated.line_id)
                    group by order_id, line_number, business_date, cancelled) noted
                where not exists (select from warning where run_id = :run and warning.text = noted.text)
                order by turn, business_date
                """.formatted(outcome, BELATED));
    }

    /** Judged once tonight's batches are in, which may say that a batch has arrived. */
    void warnOfDispatchesAtSea() {
        sql.update("""
                insert into warning (run_id, text)
                select :run, text
                from (
                    select line.id, format('order %s line %s was dispatched from batch %s, which is still at sea (ETA %s)',
                        line.order_id, line.line_number, batch.reference, eta_text(value.eta)) as text
                    from standing_allocation allocation
                        join line on line.id = allocation.line_id
                        join batch on batch.id = allocation.batch_id
                        join batch_value value on value.batch_id = batch.id and value.until_run is null
                    where allocation.dispatched_run = :run and value.eta is not null) noted
                where not exists (select from warning where run_id = :run and warning.text = noted.text)
                order by id
                """);
    }
}
