package nightfill.adapter.postgres.server;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineConstraintsIT extends BrokenConstraints {

    /** U+1F69A, two UTF-16 units and one code point. */
    private static final String TRUCK = "\uD83D\uDE9A";

    @Test
    @Breaks("line_known_once")
    void a_line_is_known_once() throws SQLException {
        refused(LINE, 9, "o-1", "1", 1, 5);
        refused(LINE, 9, "o-4", "", 1, 5);
    }

    @Test
    void any_difference_makes_another_line() throws SQLException {
        state(LINE, 5, "O-1", "1", 1, 5);
        state(LINE, 6, "o-1", "01", 1, 5);
        state(LINE, 7, "o-1", "", 1, 5);
        state(LINE, 8, "o-1", "1", 2, 5);
        state(LINE, 9, "o-1", "1", 1, 6);
    }

    @Test
    @Breaks("line_turn_once")
    void a_turn_is_given_once() throws SQLException {
        refused(LINE, 1, "o-9", "1", 1, 5);
    }

    @Test
    @Breaks("line_quantity_check")
    void a_line_asks_for_one_unit_at_least() throws SQLException {
        refused(LINE, 9, "o-9", "", 1, 0);
        refused(LINE, 9, "o-9", "", 1, -1);
        state(LINE, 8, "o-9", "", 1, 1);
        state(LINE, 9, "o-9", "", 1, 2147483647);
    }

    @Test
    @Breaks("line_sku_known")
    void a_line_added_to_a_run_is_of_a_known_sku() throws SQLException {
        refused(LINE, 9, "o-9", "", 3, 5);
    }

    @Test
    @Breaks("run_lines_of_known_skus")
    void lines_that_take_effect_are_of_known_skus() throws SQLException {
        state("update run set state = 'ABANDONED' where id = 2");
        state("insert into run (business_date, number, state, max_rejects, turns_before)"
                + " values ('2026-11-22', 1, 'LOADING', '', 0)");
        state("insert into order_line (id, order_id, line_number, sku_id, quantity, loaded_run)"
                + " select 9, 'o-9', '', 3, 5, id from run where state = 'LOADING'");
        refused("update run set state = 'ALLOCATING' where state = 'LOADING'");
        state("update run set state = 'DISCARDED' where state = 'LOADING'");
    }

    @Test
    @Breaks("line_loaded_run_known")
    void a_line_was_loaded_by_a_known_run() throws SQLException {
        refused(
                "insert into line (id, order_id, line_number, sku_id, quantity, loaded_run) values (9, 'o-9', '', 1, 5, 9)");
    }

    @Test
    @Breaks("line_cancelled_run_known")
    void a_line_was_cancelled_by_a_known_run() throws SQLException {
        refused("update line set cancelled_run = 3 where id = 1");
    }

    @Test
    @Breaks("line_check")
    void a_line_is_not_cancelled_before_it_is_loaded() throws SQLException {
        refused("update line set loaded_run = 2, cancelled_run = 1 where id = 1");
        state("update line set loaded_run = 2, cancelled_run = 2 where id = 1");
    }

    @Test
    @Breaks("line_left_run_known")
    void a_known_run_found_that_a_line_has_left() throws SQLException {
        refused("update line set left_run = 3 where id = 1");
    }

    @Test
    @Breaks("waiting_dispatch_pkey")
    void a_row_dispatches_one_line() throws SQLException {
        state("insert into waiting_dispatch values (1, 1, 1)");
        refused("insert into waiting_dispatch values (1, 1, 2)");
    }

    @Test
    @Breaks("waiting_dispatch_once")
    void one_dispatch_of_a_line_waits() throws SQLException {
        state("insert into waiting_dispatch values (1, 1, 1)");
        refused("insert into waiting_dispatch values (1, 2, 1)");
    }

    @Test
    @Breaks("line_check1")
    void a_line_has_not_left_before_it_is_loaded() throws SQLException {
        refused("update line set loaded_run = 2, left_run = 1 where id = 1");
        state("update line set loaded_run = 2, left_run = 2 where id = 1");
    }

    @Test
    @Breaks("line_closed_once")
    void what_has_left_is_not_cancelled() throws SQLException {
        state("update line set left_run = 1 where id = 1");
        refused("update line set cancelled_run = 1 where id = 1");
    }

    @Test
    @Breaks("sku_code_key")
    void a_sku_is_known_once() throws SQLException {
        refused("insert into sku (code) values ('CHAIR')");
        state("insert into sku (code) values ('Chair')");
    }

    @Test
    @Breaks("sku_pkey")
    void a_sku_has_its_id_alone() throws SQLException {
        refused("insert into sku (id, code) overriding system value values (1, 'LAMP')");
    }

    @Test
    void an_order_line_has_all_its_data() throws SQLException {
        refusedWithoutValue("update line set order_id = null where id = 1");
        refusedWithoutValue("update line set line_number = null where id = 1");
        refusedWithoutValue("update line set sku_id = null where id = 1");
        refusedWithoutValue("update line set quantity = null where id = 1");
        refusedWithoutValue("update line set loaded_run = null where id = 1");
        refusedWithoutValue("update sku set code = null where id = 1");
        refusedWithoutValue("update batch set reference = null where id = 1");
    }

    @Test
    @Breaks("identifier_check")
    void an_identifier_is_not_empty() throws SQLException {
        refusedAsIdentifier("");
    }

    @Test
    @Breaks("identifier_check")
    void an_identifier_has_at_most_255_code_points() throws SQLException {
        refusedAsIdentifier("a".repeat(256));
        refusedAsIdentifier(TRUCK.repeat(256));
        state(LINE, 8, "a".repeat(255), "", 1, 5);
        state(LINE, 9, TRUCK.repeat(255), "", 1, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "-", "@", "=1", "+1", "-1", "@1"})
    @Breaks("identifier_check")
    void an_identifier_does_not_begin_like_a_formula(String text) throws SQLException {
        refusedAsIdentifier(text);
        state(LINE, 9, "a" + text, "", 1, 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x09, 0x0A, 0x0D, 0x1F, 0x7F, 0x80, 0x85, 0x9F})
    @Breaks("identifier_check")
    void an_identifier_holds_no_control_character(int character) throws SQLException {
        refusedAsIdentifier(Character.toString(character));
        refusedAsIdentifier("a" + Character.toString(character) + "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "1=+-@", "~", "\u00A0", "ü", TRUCK, "\\", "'", "a\u00A0"})
    void any_other_text_is_an_identifier_and_a_line_number(String text) throws SQLException {
        state(LINE, 9, text, text, 1, 5);
        state("update sku set code = ? where id = 1", text);
        state("update batch set reference = ? where id = 1", text);
    }

    @Test
    @Breaks("line_number_check")
    void a_line_number_has_at_most_255_code_points() throws SQLException {
        refused(LINE, 9, "o-9", "1".repeat(256), 1, 5);
        refused(LINE, 9, "o-9", TRUCK.repeat(256), 1, 5);
        state(LINE, 9, "o-9", TRUCK.repeat(255), 1, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "+1", "-1", "@1"})
    @Breaks("line_number_check")
    void a_line_number_does_not_begin_like_a_formula(String text) throws SQLException {
        refused(LINE, 9, "o-9", text, 1, 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x09, 0x0A, 0x0D, 0x1F, 0x7F, 0x80, 0x85, 0x9F})
    @Breaks("line_number_check")
    void a_line_number_holds_no_control_character(int character) throws SQLException {
        refused(LINE, 9, "o-9", "1" + Character.toString(character), 1, 5);
    }

    private void refusedAsIdentifier(String text) throws SQLException {
        refused(LINE, 9, text, "", 1, 5);
        refused("insert into sku (code) values (?)", text);
        refused("insert into batch (reference, sku_id, first_run) values (?, 1, 1)", text);
    }

    private static final String LINE = """
            insert into line (id, order_id, line_number, sku_id, quantity, loaded_run) values (?, ?, ?, ?, ?, 1)""";
}
