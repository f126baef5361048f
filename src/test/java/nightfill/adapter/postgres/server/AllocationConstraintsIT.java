package nightfill.adapter.postgres.server;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class AllocationConstraintsIT extends BrokenConstraints {

    @Test
    @Breaks("standing_allocation_pkey")
    void a_line_is_in_one_batch() throws SQLException {
        refused(ALLOCATION, 2, 2, 5, 2);
        refused(ALLOCATION, 2, 1, 5, 1);
    }

    @Test
    void a_released_line_may_go_to_another_batch() throws SQLException {
        release(2, 1);
        state("insert into batch (reference, sku_id, first_run) values ('PO-3', 1, 1)");
        state(ALLOCATION, 2, 3, 5, 2);
        state(FINISH);
    }

    @Test
    @Breaks("ended_allocation_pkey")
    void a_run_allocates_a_line_once() throws SQLException {
        release(2, 1);
        refused(ENDED, 2, 1, 5, 1, 2, "CANCELLED");
    }

    @Test
    @Breaks("run_allocation_of_line")
    void a_run_is_finished_only_with_what_its_lines_ask_for() throws SQLException {
        refusedAtItsEnd(9, 1, 5);
        refusedAtItsEnd(4, 1, 5);
        refusedAtItsEnd(1, 1, 4);
        refusedAtItsEnd(1, 1, 6);
        refusedAtItsEnd(1, 2, 5);
        refusedAtItsEnd(1, 3, 5);
        state("update line set left_run = 2 where id = 3");
        refusedAtItsEnd(3, 2, 5);
        state(ALLOCATION, 1, 1, 5, 2);
        state(FINISH);
    }

    private void refusedAtItsEnd(int line, int batch, int quantity) throws SQLException {
        state("savepoint before_it");
        state(ALLOCATION, line, batch, quantity, 2);
        refused(FINISH);
        state("rollback to before_it");
    }

    @Test
    @Breaks("line_allocation_of_line")
    void an_allocated_line_is_not_cancelled_before_it_is_taken_off_its_batch() throws SQLException {
        refused("update line set cancelled_run = 2 where id = 2");
        refused("update line set left_run = 2 where id = 2");
        release(2, 1);
        state("update line set cancelled_run = 2 where id = 2");
    }

    @Test
    @Breaks("line_allocation_of_line")
    void a_dispatched_line_is_not_cancelled() throws SQLException {
        state("update standing_allocation set dispatched_run = 2 where line_id = 2");
        refused("update line set cancelled_run = 2 where id = 2");
    }

    @Test
    @Breaks("line_allocation_of_line")
    void an_allocated_line_stays_what_it_is() throws SQLException {
        refused("update line set quantity = 4 where id = 2");
        refused("update line set sku_id = 2 where id = 2");
        state("update line set quantity = 4 where id = 1");
    }

    @Test
    @Breaks("line_keeps_turn")
    void a_line_keeps_its_turn() throws SQLException {
        refused("update line set id = 5 where id = 1");
    }

    @Test
    @Breaks("line_allocation_of_line_kept")
    void an_allocated_line_stays() throws SQLException {
        refused("delete from line where id = 2");
        state("delete from line where id = 1");
    }

    @Test
    @Breaks("standing_allocation_of_line")
    void an_allocation_is_not_changed_into_a_wrong_one() throws SQLException {
        refused("update standing_allocation set quantity = 4");
        refused("update standing_allocation set batch_id = 2");
        refused("update standing_allocation set line_id = 3");
        refused("update standing_allocation set line_id = 4");
    }

    @Test
    @Breaks("batch_keeps_sku")
    void a_batch_keeps_its_sku() throws SQLException {
        refused("update batch set sku_id = 2 where id = 1");
    }

    @Test
    @Breaks("batch_allocation_of_line")
    void a_batch_with_lines_stays() throws SQLException {
        state("delete from batch_value");
        refused("delete from batch where id = 1");
        state("delete from batch where id = 2");
    }

    @Test
    @Breaks("ended_allocation_cause_check")
    void there_is_no_other_cause() throws SQLException {
        refused(ENDED, 1, 1, 5, 1, 2, "BETTER_STOCK");
    }

    @Test
    @Breaks("ended_allocation_later")
    void an_allocation_ends_in_a_later_run() throws SQLException {
        refused(ENDED, 1, 1, 5, 2, 2, "CANCELLED");
        refused(ENDED, 1, 1, 5, 2, 1, "CANCELLED");
    }

    @Test
    @Breaks("standing_allocation_dispatched")
    void a_line_is_not_dispatched_before_it_is_allocated() throws SQLException {
        refused("update standing_allocation set from_run = 2, dispatched_run = 1 where line_id = 2");
        state("update standing_allocation set from_run = 2, dispatched_run = 2 where line_id = 2");
    }

    @Test
    @Breaks("ended_allocation_until_run_fkey")
    void a_line_was_released_by_a_known_run() throws SQLException {
        refused(ENDED, 1, 1, 5, 1, 3, "CANCELLED");
    }

    @Test
    @Breaks("standing_allocation_dispatched_run_known")
    void a_line_was_dispatched_by_a_known_run() throws SQLException {
        refused("update standing_allocation set dispatched_run = 3 where line_id = 2");
    }

    @Test
    void an_allocation_has_all_its_data() throws SQLException {
        refusedWithoutValue("update standing_allocation set line_id = null");
        refusedWithoutValue("update standing_allocation set batch_id = null");
        refusedWithoutValue("update standing_allocation set quantity = null");
        refusedWithoutValue("update standing_allocation set from_run = null");
        state(ENDED, 1, 1, 5, 1, 2, "CANCELLED");
        for (String column : new String[] {"line_id", "batch_id", "quantity", "from_run", "until_run", "cause"}) {
            refusedWithoutValue("update ended_allocation set %s = null".formatted(column));
        }
    }

    @Test
    @Breaks("decided_pkey")
    void a_run_decides_once_about_a_chunk() throws SQLException {
        state("insert into decided values (2, 1, 3, '{1}', '{SHORT}')");
        refused("insert into decided values (2, 1, 4, '{}', '{}')");
    }

    @Test
    @Breaks("decided_in_order")
    void a_chunk_ends_behind_its_beginning() throws SQLException {
        refused("insert into decided values (2, 3, 1, '{}', '{}')");
    }

    @Test
    @Breaks("decided_each_for_a_reason")
    void each_line_stays_open_for_a_reason() throws SQLException {
        refused("insert into decided values (2, 1, 3, '{1}', '{}')");
        refused("insert into decided values (2, 1, 3, '{}', '{SHORT}')");
    }

    @Test
    @Breaks("decided_of_a_part")
    void a_chunk_is_of_buckets_that_exist() throws SQLException {
        refused("insert into decided values (2, 1, 3, '{1}', '{SHORT}', -1, 3)");
        refused("insert into decided values (2, 1, 3, '{1}', '{SHORT}', 4, 3)");
        refused("insert into decided values (2, 1, 3, '{1}', '{SHORT}', 4, 64)");
        state("insert into decided values (2, 1, 3, '{1}', '{SHORT}', 4, 4)");
    }

    @Test
    @Breaks("decided_run_id_fkey")
    void a_line_stayed_open_in_a_known_run() throws SQLException {
        refused("insert into decided values (3, 1, 3, '{1}', '{SHORT}')");
    }

    private void release(int line, int batch) throws SQLException {
        state("delete from standing_allocation where line_id = ?", line);
        state(ENDED, line, batch, 5, 1, 2, "BATCH_REDUCED");
    }

    private static final String ALLOCATION =
            "insert into standing_allocation (line_id, batch_id, quantity, from_run) values (?, ?, ?, ?)";
    private static final String ENDED = "insert into ended_allocation values (?, ?, ?, ?, ?, ?)";
    private static final String FINISH =
            "update run set state = 'FINISHED', manifest_sha256 = '%s' where id = 2".formatted(HASH);
}
