package nightfill.adapter.postgres.server;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FeedConstraintsIT extends BrokenConstraints {

    @Test
    @Breaks("accepted_feed_pkey")
    void a_run_accepts_a_feed_once() throws SQLException {
        state(ACCEPTED, 2, 0, 0);
        refused(ACCEPTED, 2, 1, 0);
    }

    @Test
    @Breaks("accepted_feed_run_id_fkey")
    void a_feed_was_accepted_by_a_known_run() throws SQLException {
        refused(ACCEPTED, 3, 0, 0);
    }

    @Test
    @Breaks("accepted_feed_bytes_check")
    void a_feed_has_no_negative_length() throws SQLException {
        refused(ACCEPTED, 2, -1, 0);
    }

    @Test
    @Breaks("accepted_feed_vouched_rows_check")
    void a_sender_vouches_for_no_negative_number_of_rows() throws SQLException {
        refused(ACCEPTED, 2, 0, -1);
    }

    @Test
    @Breaks("reject_pkey")
    void a_row_is_rejected_once() throws SQLException {
        state(REJECT, 2, 1);
        refused(REJECT, 2, 1);
        state(REJECT, 2, 2);
    }

    @Test
    @Breaks("reject_run_id_fkey")
    void a_row_was_rejected_by_a_known_run() throws SQLException {
        refused(REJECT, 3, 1);
    }

    @Test
    @Breaks("urgent_line_pkey")
    void a_line_allocated_at_once_has_its_number_alone() throws SQLException {
        state(URGENT, "U-1", 1, 2, "shop", "a");
        refused(
                "insert into urgent_line overriding system value select id, 'U-2', '', 'S', 1, 'B', 2, now(), 'shop', 'b'"
                        + " from urgent_line");
    }

    @Test
    @Breaks("urgent_line_known_once")
    void a_line_is_allocated_at_once_only_once() throws SQLException {
        state(URGENT, "U-1", 1, 2, "shop", "a");
        refused(URGENT, "U-1", 1, 2, "shop", "b");
        state(URGENT, "U-1", 2, 2, "shop", "b");
    }

    @Test
    @Breaks("urgent_line_asked_once")
    void a_client_asks_for_one_line_under_a_key() throws SQLException {
        state(URGENT, "U-1", 1, 2, "shop", "a");
        state(URGENT, "U-2", 1, 2, "other", "a");
        refused(URGENT, "U-3", 1, 2, "shop", "a");
    }

    @Test
    @Breaks("urgent_line_quantity_check")
    void a_line_allocated_at_once_has_units() throws SQLException {
        refused(URGENT, "U-1", 0, 2, "shop", "a");
    }

    @Test
    @Breaks("urgent_line_after_run_fkey")
    void a_line_is_allocated_at_once_after_a_known_run() throws SQLException {
        refused(URGENT, "U-1", 1, 3, "shop", "a");
    }

    @Test
    @Breaks("urgent_line_client_check")
    void a_line_is_allocated_at_once_for_a_client() throws SQLException {
        refused(URGENT, "U-1", 1, 2, "", "a");
    }

    @Test
    @Breaks("urgent_line_request_key_check")
    void a_request_has_no_empty_key() throws SQLException {
        refused(URGENT, "U-1", 1, 2, "shop", "");
    }

    @Test
    @Breaks("urgent_line_only_grows")
    void a_line_that_was_allocated_at_once_stays_on_record() throws SQLException {
        refused("update urgent_line set quantity = 2");
        refused("delete from urgent_line");
        refused("truncate urgent_line");
    }

    @Test
    @Breaks("warning_pkey")
    void a_warning_has_its_number_alone() throws SQLException {
        state("insert into warning (run_id, number, text) overriding system value values (2, 1, 'late')");
        refused("insert into warning (run_id, number, text) overriding system value values (2, 1, 'later')");
    }

    @Test
    @Breaks("warning_run_id_fkey")
    void a_warning_is_of_a_known_run() throws SQLException {
        refused("insert into warning (run_id, text) values (3, 'late')");
    }

    @Test
    @Breaks("report_pkey")
    void a_run_writes_a_report_once() throws SQLException {
        state(REPORT, 1, HASH);
        refused(REPORT, 1, HASH);
    }

    @Test
    @Breaks("report_run_id_fkey")
    void a_report_is_of_a_known_run() throws SQLException {
        refused(REPORT, 3, HASH);
    }

    @Test
    @Breaks("staged_line_pkey")
    void a_row_of_lines_is_staged_once() throws SQLException {
        state(STAGED_LINE);
        refused(STAGED_LINE);
    }

    @Test
    @Breaks("read_lines_pkey")
    void rows_of_lines_are_read_once() throws SQLException {
        state("insert into read_lines values (2, 10, 300, 12, 50, '{}')");
        refused("insert into read_lines values (2, 10, 300, 12, 0, '{}')");
    }

    @Test
    @Breaks("read_lines_loaded_units_check")
    void lines_that_were_loaded_have_units_or_none() throws SQLException {
        refused("insert into read_lines values (2, 10, 300, 12, -1, '{}')");
        state("insert into read_lines values (2, 10, 300, 12, 0, '{}')");
    }

    @Test
    @Breaks("staged_batch_pkey")
    void a_row_of_batches_is_staged_once() throws SQLException {
        state(STAGED_BATCH);
        refused(STAGED_BATCH);
    }

    @Test
    @Breaks("without_effect_pkey")
    void a_row_without_effect_is_noted_once() throws SQLException {
        state("insert into without_effect values (2, 'batches', 1, 'DUPLICATE')");
        refused("insert into without_effect values (2, 'batches', 1, 'SUPERSEDED')");
    }

    @Test
    @Breaks("without_effect_verdict_check")
    void a_row_is_without_effect_as_duplicate_or_superseded() throws SQLException {
        state("insert into without_effect values (2, 'batches', 1, 'SUPERSEDED')");
        refused("insert into without_effect values (2, 'batches', 2, 'IGNORED')");
    }

    private static final String ACCEPTED = "insert into accepted_feed (run_id, feed, bytes, sha256, vouched_rows)"
            + " values (?, 'batches', ?, '%s', ?)".formatted(HASH);

    private static final String URGENT =
            "insert into urgent_line (order_id, line_number, sku, quantity, batch_reference, after_run, client, request_key)"
                    + " values (?, '', 'CHAIR', ?, 'PO-1', ?, ?, ?)";

    private static final String REJECT = "insert into reject (run_id, feed, row_number, line, reason, detail, raw)"
            + " values (?, 'batches', ?, 2, 'QUANTITY', 'qty is empty', 'PO-1,CHAIR,,')";

    private static final String REPORT =
            "insert into report (run_id, name, rows, sha256) values (?, 'stock.csv', 1, ?)";

    private static final String STAGED_LINE =
            "insert into staged_line (run_id, feed, row_number, line, next_offset, next_line, raw)"
                    + " values (2, 'order_lines', 1, 2, 30, 3, 'o-1,CHAIR,5')";

    private static final String STAGED_BATCH =
            "insert into staged_batch (run_id, row_number, line, next_offset, next_line, raw)"
                    + " values (2, 1, 2, 30, 3, 'PO-1,CHAIR,5,')";
}
