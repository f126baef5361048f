package nightfill.adapter.postgres.night;

import nightfill.adapter.postgres.server.RunSql;
import nightfill.adapter.postgres.server.TwinOf;
import nightfill.domain.night.Departures;
import nightfill.domain.words.Rules;

/** Dispatches and cancels lines as the staged rows say. */
@TwinOf(Departures.class)
record LineDepartures(RunSql sql) {

    void dispatch() {
        matchRows("dispatches");
        rejectUnknown("dispatches");
        rejectNotAllocated();
        passOver("cancelled_run is null and (dispatched_run is not null or left_run is not null or occurrence > 1)");
        markDispatched();
        awaitTurns();
        sql.update("drop table matched");
    }

    void cancel() {
        matchRows("cancellations");
        rejectUnknown("cancellations");
        reject("DISPATCHED", "'the goods have left already'", "line_id is not null and has_left");
        passOver("not has_left and (cancelled_run is not null or occurrence > 1)");
        addBelatedCancellations();
        endAllocations();
        markCancelled();
        sql.update("drop table matched");
    }

    private void matchRows(String feed) {
        sql.update("""
                create temporary table matched as
                select staged.*, line.id as line_id, line.cancelled_run, line.left_run, allocation.batch_id,
                    allocation.dispatched_run,
                    dispatched_run is not null or left_run is not null or waiting.line_id is not null as has_left,
                    row_number() over (partition by line.id order by staged.row_number) as occurrence
                from staged_line staged
                    left join sku on sku.code = staged.sku
                    left join line on (line.order_id, line.line_number, line.sku_id, line.quantity)
                        = (staged.order_id, staged.line_number, sku.id, staged.quantity)
                    left join standing_allocation allocation on allocation.line_id = line.id
                    left join waiting_dispatch waiting on waiting.run_id = :run and waiting.line_id = line.id
                where staged.run_id = :run and staged.feed = '%s' and staged.reason is null
                """.formatted(feed));
    }

    private void rejectUnknown(String feed) {
        if (reject("UNKNOWN_LINE", "'no such order line is known'", "line_id is null") > 0) {
            new KnownLines(sql).tell(feed);
        }
    }

    private void rejectNotAllocated() {
        reject("NOT_ALLOCATED", "'the order line was cancelled'", "cancelled_run is not null");
        if (!sql.run().rules().have(Rules.TWO)) {
            reject(
                    "NOT_ALLOCATED",
                    "'the order line has no batch'",
                    "cancelled_run is null and line_id is not null and batch_id is null");
            sql.update("delete from matched where batch_id is null");
        }
    }

    private int reject(String reason, String detail, String condition) {
        return sql.update("""
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
                update standing_allocation allocation set dispatched_run = :run
                from matched
                where allocation.line_id = matched.line_id and allocation.dispatched_run is null
                """);
    }

    private void awaitTurns() {
        sql.update("""
                insert into waiting_dispatch (run_id, row_number, line_id)
                select run_id, row_number, line_id from matched
                where line_id is not null and batch_id is null and cancelled_run is null and left_run is null
                    and occurrence = 1
                """);
    }

    private void endAllocations() {
        sql.update("""
                with ended as (
                    delete from standing_allocation allocation using matched
                    where allocation.line_id = matched.line_id and allocation.dispatched_run is null
                    returning allocation.*)
                insert into ended_allocation
                select line_id, batch_id, quantity, from_run, :run, 'CANCELLED' from ended
                """);
    }

    private void markCancelled() {
        sql.update("""
                update line set cancelled_run = :run
                from matched
                where line.id = matched.line_id and line.cancelled_run is null and not matched.has_left
                """);
    }

    private void addBelatedCancellations() {
        sql.update("""
                insert into matched (line_id, has_left)
                select line_id, false
                from (%s) belated
                where not exists (
                    select from waiting_dispatch waiting
                    where waiting.run_id = :run and waiting.line_id = belated.line_id)
                """.formatted(Belated.LINES.formatted("cancellations")));
    }
}
