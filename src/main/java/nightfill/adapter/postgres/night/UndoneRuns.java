package nightfill.adapter.postgres.night;

import java.util.List;
import nightfill.adapter.postgres.server.RunSql;

/** Moves the facts of a run out of what counts, and back. */
record UndoneRuns(RunSql sql) {

    private static final List<String> UNDO = List.of(
            """
            with undone as (delete from standing_allocation where from_run = :run returning *)
            insert into undone.allocation
            select line_id, batch_id, quantity, from_run, dispatched_run from undone
            """,
            """
            insert into undone.dispatch
            select line_id, from_run, dispatched_run from standing_allocation where dispatched_run = :run
            """,
            "update standing_allocation set dispatched_run = null where dispatched_run = :run",
            """
            insert into undone.cancellation
            select id, cancelled_run from line where cancelled_run = :run and loaded_run <> :run
            """,
            "update line set cancelled_run = null where cancelled_run = :run and loaded_run <> :run",
            """
            insert into undone.leaving
            select id, left_run from line where left_run = :run and loaded_run <> :run
            """,
            "update line set left_run = null where left_run = :run and loaded_run <> :run",
            """
            insert into undone.allocation_end
            select line_id, from_run, until_run, cause from ended_allocation where until_run = :run
            """,
            """
            with restored as (delete from ended_allocation where until_run = :run returning *)
            insert into standing_allocation
            select line_id, batch_id, quantity, from_run from restored
            """,
            """
            with undone as (delete from batch_value where from_run = :run returning *)
            insert into undone.batch_value select batch_id, from_run, quantity, eta, lacked from undone
            """,
            """
            insert into undone.batch_value_end
            select batch_id, from_run, until_run from batch_value where until_run = :run
            """,
            "update batch_value set until_run = null where until_run = :run",
            """
            with undone as (delete from batch_unchanged where run_id = :run returning *)
            insert into undone.batch_unchanged select * from undone
            """,
            """
            with undone as (delete from decided where run_id = :run returning *)
            insert into undone.decided select * from undone
            """,
            """
            with undone as (delete from line where loaded_run = :run returning *)
            insert into undone.line
            select id, order_id, line_number, sku_id, quantity, loaded_run, cancelled_run, left_run, feed_line from undone
            """,
            """
            with undone as (delete from batch where first_run = :run returning *)
            insert into undone.batch select id, reference, sku_id, first_run from undone
            """);

    private static final List<String> REDO = List.of("""
            with redone as (delete from undone.batch where first_run = :run returning *)
            insert into batch (id, reference, sku_id, first_run) overriding system value
            select id, reference, sku_id, first_run from redone
            """, """
            with redone as (delete from undone.line where loaded_run = :run returning *)
            insert into line (id, order_id, line_number, sku_id, quantity, loaded_run, cancelled_run, left_run, feed_line)
            select id, order_id, line_number, sku_id, quantity, loaded_run, cancelled_run, left_run, feed_line from redone
            """, """
            with redone as (delete from undone.decided where run_id = :run returning *)
            insert into decided select * from redone
            """, """
            with redone as (delete from undone.batch_unchanged where run_id = :run returning *)
            insert into batch_unchanged select * from redone
            """, """
            with redone as (delete from undone.batch_value_end where until_run = :run returning *)
            update batch_value set until_run = redone.until_run from redone
            where (batch_value.batch_id, batch_value.from_run) = (redone.batch_id, redone.from_run)
            """, """
            with redone as (delete from undone.batch_value where from_run = :run returning *)
            insert into batch_value (batch_id, from_run, quantity, eta, lacked)
            select batch_id, from_run, quantity, eta, lacked from redone
            """, """
            with redone as (delete from undone.allocation_end where until_run = :run returning *),
                ended as (
                    delete from standing_allocation allocation using redone
                    where (allocation.line_id, allocation.from_run) = (redone.line_id, redone.from_run)
                    returning allocation.*, until_run, cause)
            insert into ended_allocation
            select line_id, batch_id, quantity, from_run, until_run, cause from ended
            """, """
            with redone as (delete from undone.cancellation where cancelled_run = :run returning *)
            update line set cancelled_run = redone.cancelled_run from redone where line.id = redone.line_id
            """, """
            with redone as (delete from undone.leaving where left_run = :run returning *)
            update line set left_run = redone.left_run from redone where line.id = redone.line_id
            """, """
            with redone as (delete from undone.dispatch where dispatched_run = :run returning *)
            update standing_allocation allocation set dispatched_run = redone.dispatched_run from redone
            where (allocation.line_id, allocation.from_run) = (redone.line_id, redone.from_run)
            """, """
            with redone as (delete from undone.allocation where from_run = :run returning *)
            insert into standing_allocation
            select line_id, batch_id, quantity, from_run, dispatched_run from redone
            """);

    void undo() {
        // first, so that it waits for a transaction that is still at work on the run, and no other can follow
        sql.update("""
                update run set state = case state when 'FINISHED' then 'REPLACED' else 'ABANDONED' end
                where id = :run and state in ('FINISHED', 'ALLOCATING')
                """);
        UNDO.forEach(sql::update);
    }

    void redo() {
        REDO.forEach(sql::update);
        sql.update("update run set state = 'FINISHED' where id = :run and state = 'REPLACED'");
    }
}
