package nightfill.adapter.postgres.server;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class AllocationConstraintsIT extends BrokenConstraints {

    @Test
    @Breaks("allocation_once")
    void a_line_is_in_one_batch() throws SQLException {
        state("insert into batch (reference, sku_id, first_run) values ('PO-3', 1, 1)");
        refused(ALLOCATION, 2, 3, 1, 5, 2);
        refused(ALLOCATION, 2, 1, 1, 5, 2);
    }

    @Test
    void a_released_line_may_go_to_another_batch() throws SQLException {
        state("update allocation set until_run = 2, cause = 'BATCH_REDUCED'");
        state(ALLOCATION, 2, 1, 1, 5, 2);
    }

    @Test
    @Breaks("allocation_pkey")
    void a_run_allocates_a_line_once() throws SQLException {
        state("update allocation set until_run = 2, cause = 'BATCH_REDUCED'");
        state("insert into batch (reference, sku_id, first_run) values ('PO-3', 1, 1)");
        refused(ALLOCATION, 2, 1, 1, 5, 1);
        refused(ALLOCATION, 2, 3, 1, 5, 1);
    }

    @Test
    @Breaks("allocation_of_line")
    void an_unknown_line_is_not_allocated() throws SQLException {
        refused(ALLOCATION, 9, 1, 1, 5, 2);
    }

    @Test
    @Breaks("allocation_of_line")
    void a_cancelled_line_is_not_allocated() throws SQLException {
        refused(ALLOCATION, 4, 1, 1, 5, 2);
    }

    @Test
    @Breaks("allocation_of_line")
    void an_allocated_line_is_not_cancelled_before_it_is_taken_off_its_batch() throws SQLException {
        refused("update line set cancelled_run = 2 where id = 2");
        state("update allocation set until_run = 2, cause = 'CANCELLED' where line_id = 2");
        state("update line set cancelled_run = 2 where id = 2");
        refused("update allocation set until_run = null, cause = null where line_id = 2");
    }

    @Test
    @Breaks("allocation_of_line")
    void what_has_left_without_a_batch_is_not_allocated() throws SQLException {
        refused("update line set left_run = 2 where id = 2");
        state("update line set left_run = 2 where id = 1");
        refused(ALLOCATION, 1, 1, 1, 5, 2);
    }

    @Test
    @Breaks("allocation_of_line")
    void a_dispatched_line_is_not_cancelled() throws SQLException {
        state("update allocation set dispatched_run = 2 where line_id = 2");
        refused("update line set cancelled_run = 2 where id = 2");
    }

    @Test
    @Breaks("allocation_of_line")
    void an_allocated_line_stays_what_it_is() throws SQLException {
        refused("delete from line where id = 2");
        refused("update line set quantity = 4 where id = 2");
        refused("update line set sku_id = 2 where id = 2");
    }

    @Test
    @Breaks("allocation_of_line")
    void an_allocation_takes_the_line_whole() throws SQLException {
        refused(ALLOCATION, 1, 1, 1, 4, 2);
        refused(ALLOCATION, 1, 1, 1, 6, 2);
        state(ALLOCATION, 1, 1, 1, 5, 2);
    }

    @Test
    @Breaks("allocation_of_line")
    void a_line_of_another_sku_is_not_allocated_under_the_sku_of_the_batch() throws SQLException {
        refused(ALLOCATION, 3, 1, 1, 5, 2);
    }

    @Test
    @Breaks("allocation_of_sku")
    void a_line_goes_to_a_batch_of_its_sku() throws SQLException {
        refused(ALLOCATION, 3, 1, 2, 5, 2);
        refused(ALLOCATION, 1, 2, 1, 5, 2);
        state(ALLOCATION, 3, 2, 2, 5, 2);
    }

    @Test
    @Breaks("allocation_of_sku")
    void a_line_goes_to_a_known_batch() throws SQLException {
        refused(ALLOCATION, 1, 3, 1, 5, 2);
    }

    @Test
    @Breaks("allocation_of_sku")
    void a_batch_with_lines_keeps_its_sku() throws SQLException {
        refused("update batch set sku_id = 2 where id = 1");
    }

    @Test
    @Breaks("allocation_dispatched_stays")
    void a_dispatched_line_keeps_its_batch() throws SQLException {
        state("update allocation set dispatched_run = 2 where line_id = 2");
        refused("update allocation set until_run = 2, cause = 'BATCH_REDUCED' where line_id = 2");
        refused("update allocation set until_run = 2, cause = 'CANCELLED' where line_id = 2");
    }

    @Test
    @Breaks("allocation_ended_for_cause")
    void an_allocation_ends_for_a_cause() throws SQLException {
        refused("update allocation set until_run = 2 where line_id = 2");
    }

    @Test
    @Breaks("allocation_ended_for_cause")
    void a_cause_is_given_only_where_an_allocation_ended() throws SQLException {
        refused("update allocation set cause = 'CANCELLED' where line_id = 2");
    }

    @Test
    @Breaks("allocation_cause_check")
    void there_is_no_other_cause() throws SQLException {
        refused("update allocation set until_run = 2, cause = 'BETTER_STOCK' where line_id = 2");
    }

    @Test
    @Breaks("allocation_check")
    void an_allocation_ends_in_a_later_run() throws SQLException {
        refused("update allocation set until_run = 1, cause = 'CANCELLED' where line_id = 2");
    }

    @Test
    @Breaks("allocation_check1")
    void a_line_is_not_dispatched_before_it_is_allocated() throws SQLException {
        refused("update allocation set from_run = 2, dispatched_run = 1 where line_id = 2");
        state("update allocation set from_run = 2, dispatched_run = 2 where line_id = 2");
    }

    @Test
    @Breaks("allocation_from_run_known")
    void a_line_was_allocated_by_a_known_run() throws SQLException {
        state("update allocation set until_run = 2, cause = 'BATCH_REDUCED' where line_id = 2");
        refused(ALLOCATION, 2, 1, 1, 5, 9);
    }

    @Test
    @Breaks("allocation_until_run_fkey")
    void a_line_was_released_by_a_known_run() throws SQLException {
        refused("update allocation set until_run = 3, cause = 'CANCELLED' where line_id = 2");
    }

    @Test
    @Breaks("allocation_dispatched_run_fkey")
    void a_line_was_dispatched_by_a_known_run() throws SQLException {
        refused("update allocation set dispatched_run = 3 where line_id = 2");
    }

    @Test
    void an_allocation_has_all_its_data() throws SQLException {
        refusedWithoutValue("update allocation set line_id = null");
        refusedWithoutValue("update allocation set batch_id = null");
        refusedWithoutValue("update allocation set sku_id = null");
        refusedWithoutValue("update allocation set quantity = null");
        refusedWithoutValue("update allocation set from_run = null");
    }

    @Test
    @Breaks("shortage_pkey")
    void a_line_stays_open_for_one_reason_a_run() throws SQLException {
        state("insert into shortage values (2, 1, 'SHORT')");
        refused("insert into shortage values (2, 1, 'NO_SINGLE_BATCH')");
    }

    @Test
    @Breaks("shortage_reason_check")
    void there_is_no_other_reason() throws SQLException {
        refused("insert into shortage values (2, 1, 'LATE')");
    }

    @Test
    @Breaks("shortage_run_id_fkey")
    void a_line_stayed_open_in_a_known_run() throws SQLException {
        refused("insert into shortage values (3, 1, 'SHORT')");
    }

    private static final String ALLOCATION =
            "insert into allocation (line_id, batch_id, sku_id, quantity, from_run) values (?, ?, ?, ?, ?)";
}
