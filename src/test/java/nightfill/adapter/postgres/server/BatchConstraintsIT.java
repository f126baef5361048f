package nightfill.adapter.postgres.server;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class BatchConstraintsIT extends BrokenConstraints {

    @Test
    @Breaks("batch_reference_key")
    void a_reference_names_one_batch() throws SQLException {
        refused("insert into batch (reference, sku_id, first_run) values ('PO-1', 1, 1)");
        refused("insert into batch (reference, sku_id, first_run) values ('PO-1', 2, 2)");
        state("insert into batch (reference, sku_id, first_run) values ('po-1', 1, 1)");
    }

    @Test
    @Breaks("batch_pkey")
    void a_batch_has_its_id_alone() throws SQLException {
        refused(
                "insert into batch (id, reference, sku_id, first_run) overriding system value values (1, 'PO-3', 2, 1)");
    }

    @Test
    @Breaks("batch_known")
    void a_batch_is_of_a_known_sku_and_was_fed_by_a_known_run() throws SQLException {
        refused("insert into batch (reference, sku_id, first_run) values ('PO-3', 3, 1)");
        refused("insert into batch (reference, sku_id, first_run) values ('PO-3', 1, 0)");
    }

    @Test
    @Breaks("batch_known_again")
    void a_batch_stays_one_that_a_known_run_fed() throws SQLException {
        refused("update batch set first_run = 0 where id = 1");
        state("update batch set first_run = 2 where id = 1");
    }

    @Test
    @Breaks("batch_keeps_known_sku")
    void the_sku_of_a_batch_stays_known() throws SQLException {
        refused("delete from sku where id = 2");
        state("insert into sku (code) values ('STOOL')");
        state("delete from sku where code = 'STOOL'");
    }

    @Test
    @Breaks("batch_taken_pkey")
    void what_is_taken_of_a_batch_is_carried_once() throws SQLException {
        refused("insert into batch_taken values (1, 0, 0, 1, 5)");
    }

    @Test
    @Breaks("batch_taken_promised")
    void each_promised_line_has_a_unit() throws SQLException {
        refused("insert into batch_taken values (2, 2, 1, 0, 0)");
        refused("insert into batch_taken values (2, -1, 1, 0, 0)");
        state("insert into batch_taken values (2, 2, 2, 0, 0)");
    }

    @Test
    @Breaks("batch_taken_gone")
    void each_line_that_is_gone_has_a_unit() throws SQLException {
        refused("insert into batch_taken values (2, 0, 0, 2, 1)");
        refused("insert into batch_taken values (2, 0, 0, -1, 1)");
        state("insert into batch_taken values (2, 0, 0, 2, 2)");
    }

    @Test
    @Breaks("batch_taken_something")
    void what_is_carried_of_a_batch_is_something() throws SQLException {
        refused("insert into batch_taken values (2, 0, 0, 0, 0)");
        state("insert into batch_taken values (2, 1, 1, 0, 0)");
    }

    @Test
    @Breaks("batch_value_current")
    void a_batch_has_one_current_value() throws SQLException {
        refused(VALUE, 1, 2, 20);
        state("update batch_value set until_run = 2 where batch_id = 1");
        state(VALUE, 1, 2, 20);
    }

    @Test
    @Breaks("batch_value_pkey")
    void a_run_gives_a_batch_one_value() throws SQLException {
        state("update batch_value set until_run = 2 where batch_id = 1");
        refused(VALUE, 1, 1, 30);
    }

    @Test
    @Breaks("batch_value_quantity_check")
    void a_batch_has_no_negative_quantity() throws SQLException {
        refused("update batch_value set quantity = -1");
        state("update batch_value set quantity = 0");
    }

    @Test
    @Breaks("batch_value_eta")
    void an_eta_lies_in_2000_to_2199_or_is_unknown() throws SQLException {
        refused("update batch_value set eta = '1999-12-31'");
        refused("update batch_value set eta = '2200-01-01'");
        refused("update batch_value set eta = '-infinity'");
        state("update batch_value set eta = 'infinity'");
        state("update batch_value set eta = '2000-01-01'");
        state("update batch_value set eta = '2199-12-31'");
        state("update batch_value set eta = null");
    }

    @Test
    @Breaks("batch_value_check")
    void a_value_ends_after_it_began() throws SQLException {
        refused("update batch_value set until_run = 1 where batch_id = 1");
    }

    @Test
    @Breaks("batch_value_known")
    void a_value_is_of_a_known_batch_and_was_fed_by_a_known_run() throws SQLException {
        refused(VALUE, 3, 1, 20);
        refused("insert into batch_value (batch_id, from_run, until_run, quantity) values (1, 3, 4, 20)");
        refused("insert into batch_value (batch_id, from_run, until_run, quantity) values (1, 2, 3, 20)");
    }

    @Test
    @Breaks("batch_value_known_again")
    void a_value_stays_of_a_known_batch_and_is_ended_by_a_known_run() throws SQLException {
        refused("update batch_value set batch_id = 3 where batch_id = 1");
        refused("update batch_value set from_run = 0 where batch_id = 1");
        refused("update batch_value set until_run = 3 where batch_id = 1");
    }

    @Test
    @Breaks("batch_value_keeps_batch")
    void the_batch_of_a_value_stays_known() throws SQLException {
        state("delete from standing_allocation");
        refused("delete from batch where id = 1");
        state("delete from batch_value where batch_id = 1");
        state("delete from batch where id = 1");
    }

    @Test
    @Breaks("batch_unchanged_pkey")
    void a_batch_fed_unchanged_is_noted_once_a_run() throws SQLException {
        state("insert into batch_unchanged values (2, 1)");
        refused("insert into batch_unchanged values (2, 1)");
    }

    @Test
    @Breaks("batch_unchanged_known")
    void a_batch_was_fed_unchanged_by_a_known_run() throws SQLException {
        refused("insert into batch_unchanged values (3, 1)");
    }

    @Test
    void a_batch_and_its_value_have_all_their_data() throws SQLException {
        refusedWithoutValue("update batch set sku_id = null");
        refusedWithoutValue("update batch set first_run = null");
        refusedWithoutValue("update batch_value set quantity = null");
        refusedWithoutValue("update batch_value set batch_id = null");
        refusedWithoutValue("update batch_value set from_run = null");
    }

    private static final String VALUE = "insert into batch_value (batch_id, from_run, quantity) values (?, ?, ?)";
}
