package nightfill.adapter.postgres.night;

import nightfill.adapter.postgres.server.RunSql;

/** Counts from the rows what became of each feed. */
record FeedTally(RunSql sql) {

    /** What was allocated before the run, and what waits or has waited for its turn and was not found without a batch. */
    private static final String DISPATCHED = """
            select (select count(*) from allocation where dispatched_run = :run and from_run < :run)
                + (select count(*) from waiting_dispatch waiting
                    where run_id = :run and not exists (
                        select from line where line.id = waiting.line_id and left_run = :run))""";

    /** Lines that were loaded with a promise which was kept, or which nobody needs any more. */
    private static final String KEPT = """
            select count(*) from line
            where loaded_run = :run and id > %s and id <= %s
                and (cancelled_run = :run or exists (select from standing_allocation where line_id = line.id))""";

    void count() {
        countRows();
        countSetAside();
        countApplied("order_lines", """
                select count(*) from line
                where loaded_run = :run and id > %s""".formatted(RunSql.TURNS_BEFORE_ORDER_LINES));
        countApplied("allocations", KEPT.formatted(":before", RunSql.TURNS_BEFORE_URGENT_LINES));
        countApplied("urgent", KEPT.formatted(RunSql.TURNS_BEFORE_URGENT_LINES, RunSql.TURNS_BEFORE_ORDER_LINES));
        countApplied("dispatches", DISPATCHED);
        countApplied("cancellations", """
                select count(distinct line.id)
                from line join sku on sku.id = line.sku_id
                    join staged_line staged on (staged.order_id, staged.line_number, staged.sku, staged.quantity)
                        = (line.order_id, line.line_number, sku.code, line.quantity)
                where line.cancelled_run = :run and staged.run_id = :run and staged.feed = 'cancellations'""");
        countApplied("batches", "select count(*) from batch_value where from_run = :run and not lacked");
    }

    /** Counts over again once the rows that had to wait are settled. */
    void countDispatches() {
        countSetAside();
        countApplied("dispatches", DISPATCHED);
    }

    private void countRows() {
        sql.update("""
                update accepted_feed set rows =
                    (select count(*) from staged_line staged
                     where staged.run_id = :run and staged.feed = accepted_feed.feed)
                    + (select count(*) from staged_batch where run_id = :run and accepted_feed.feed = 'batches')
                where run_id = :run
                """);
        countLoadedAtOnce();
    }

    /** Of the lines, those that did not wait among what is staged. */
    private void countLoadedAtOnce() {
        sql.update("""
                update accepted_feed set rows = rows
                    + (select count(*) from line where loaded_run = :run and id > %1$s)
                    - (select count(*) from staged_line staged join line on line.id = %1$s + staged.row_number
                       where staged.run_id = :run and staged.feed = 'order_lines' and line.loaded_run = :run)
                where run_id = :run and feed = 'order_lines'
                """.formatted(RunSql.TURNS_BEFORE_ORDER_LINES));
    }

    private void countSetAside() {
        sql.update("""
                update accepted_feed set
                    rejected = (select count(*) from reject
                        where reject.run_id = :run and reject.feed = accepted_feed.feed),
                    duplicate = (select count(*) from without_effect passed
                        where passed.run_id = :run and passed.feed = accepted_feed.feed and verdict = 'DUPLICATE'),
                    superseded = (select count(*) from without_effect passed
                        where passed.run_id = :run and passed.feed = accepted_feed.feed and verdict = 'SUPERSEDED')
                where run_id = :run
                """);
    }

    private void countApplied(String feed, String count) {
        sql.update(
                "update accepted_feed set applied = (%s) where run_id = :run and feed = '%s'".formatted(count, feed));
    }
}
