package nightfill.adapter.postgres.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.application.run.Runs;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A night with promises made before it, one of which does not fit, and with lines that an earlier one left open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TurnSieveIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 16);
    private static final String LINES = "orderid,line,sku,qty\n";
    private static final long LAST = 2;

    /** Of an SKU that no line asks for; then batches of others are all that is looked at. */
    private static final String MORE_BATCHES_THAN_LINES = """
            insert into batch (reference, sku_id, first_run)
            select 'N' || number, id, 1 from sku, generate_series(1, 9) number where code = 'TABLE';
            """;

    @SuppressWarnings("NullAway.Init")
    private TestNightfill nightfill;

    @BeforeAll
    void run(@TempDir Path directory) throws IOException {
        nightfill = new TestNightfill(directory, 5000);
        night(FIRST, Map.of("batches.csv", """
                        ref,sku,qty,eta
                        A1,CHAIR,5,
                        A2,CHAIR,5,2026-12-01
                        T1,TABLE,3,
                        """, "order_lines.csv", LINES + "O1,1,CHAIR,4\nO2,1,CHAIR,6\n"));
        nightfill.jdbc().update("""
                        insert into urgent_line (order_id, line_number, sku, quantity, batch_reference, after_run, client)
                        values ('U1', '', 'CHAIR', 2, 'A2', 1, 'shop'), ('U2', '', 'CHAIR', 9, 'A2', 1, 'shop')
                        """);
        night(FIRST.plusDays(1), Map.of("batches.csv", "ref,sku,qty,eta\n", "order_lines.csv", LINES + """
                        O3,1,CHAIR,4
                        O4,1,CHAIR,3
                        O5,1,CHAIR,2
                        X1,1,STOOL,1
                        """));
    }

    private void night(LocalDate date, Map<String, String> feeds) throws IOException {
        nightfill.arrive(date, feeds);
        nightfill.run(date, false);
    }

    @AfterAll
    void close() {
        nightfill.close();
    }

    @Test
    void what_a_night_did_passes() throws SQLException {
        assertThat(nightfill.jdbc().queryForList("""
                        select order_id || ' ' || coalesce(reference, reason)
                        from line
                            left join standing_allocation allocation on allocation.line_id = line.id
                            left join batch on batch.id = batch_id
                            left join shortage on shortage.line_id = line.id and run_id = 2
                        order by line.id
                        """, String.class))
                .containsExactly(
                        "O1 A1",
                        "O2 SHORT",
                        "U1 A2",
                        "U2 SHORT",
                        "O3 NO_SINGLE_BATCH",
                        "O4 A2",
                        "O5 SHORT",
                        "X1 UNKNOWN_SKU");
        assertThat(passes("select")).isTrue();
        assertThat(passes(MORE_BATCHES_THAN_LINES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // what was promised was not taken by turn, or O2 would have met two units more
                "update decided set reasons[array_position(open_lines, line.id)] = 'NO_SINGLE_BATCH' from line where order_id = 'O2' and line.id = any (open_lines) and run_id = 2",
                "update decided set reasons[array_position(open_lines, line.id)] = 'SHORT' from line where order_id = 'O3' and line.id = any (open_lines) and run_id = 2",
                "update decided set reasons[array_position(open_lines, line.id)] = 'NO_SINGLE_BATCH' from line where order_id = 'O5' and line.id = any (open_lines) and run_id = 2",
                "update decided set reasons[array_position(open_lines, line.id)] = 'SHORT' from line where order_id = 'X1' and line.id = any (open_lines) and run_id = 2",
                "update decided set reasons[array_position(open_lines, line.id)] = 'UNKNOWN_SKU' from line where order_id = 'O5' and line.id = any (open_lines) and run_id = 2",
                "update decided set open_lines = array_replace(open_lines, 8, 1) where run_id = 2",
                "update decided set open_lines = open_lines || open_lines[1], reasons = reasons || reasons[1] where run_id = 2",
                "update decided set open_lines = open_lines[2:], reasons = reasons[2:] where run_id = 2",
                "update standing_allocation set quantity = 2 where line_id = 6",
                "update standing_allocation set batch_id = 3 where line_id = 6",
                "update standing_allocation set batch_id = 77 where line_id = 6",
                "update standing_allocation set batch_id = -1 where line_id = 6",
                "update order_line set sku_id = -1 where id = 6",
                "update order_line set sku_id = 0 where id = 6; update standing_allocation set batch_id = 77 where line_id = 6",
                // what is taken of a batch without a quantity is missing from what all have together
                "delete from batch_value where batch_id = 1",
                // one line is met twice
                "insert into decided (run_id, first_line, last_line, open_lines, reasons) values (1, 3, 3, '{2}', '{SHORT}')",
                "update decided set reasons[1] = null where run_id = 2",
                "update decided set open_lines[1] = null where run_id = 2",
                "update order_line set sku_id = -1 where id = 7",
                "insert into standing_allocation (line_id, batch_id, quantity, from_run) values (5000, 1, 1, 2)",
                "update standing_allocation set from_run = 2 where line_id = 1",
                "update batch_value set quantity = 7 where batch_id = 1",
                "update batch_value set quantity = 4 where batch_id = 2",
                "update batch set first_run = 3 where reference = 'A2'",
                "update order_line set loaded_run = 3 where order_id = 'O4'",
                "update order_line set quantity = 1 where order_id = 'O5'",
                "update order_line set cancelled_run = 2 where order_id = 'O5'",
                "insert into batch (reference, sku_id, first_run) select 'S1', id, 2 from sku where code = 'STOOL'",
            })
    void what_is_wrong_does_not(String tampering) throws SQLException {
        assertThat(passes(tampering)).isFalse();
        assertThat(passes(MORE_BATCHES_THAN_LINES + tampering)).isFalse();
    }

    /** Arrays are as long as the highest id. */
    @Test
    void of_what_it_cannot_hold_it_says_nothing() throws SQLException {
        assertThat(passes("insert into batch (id, reference, sku_id, first_run) overriding system value"
                        + " select 4194305, 'A3', id, 1 from sku where code = 'CHAIR'"))
                .isFalse();
    }

    private boolean passes(String tampering) throws SQLException {
        try (Connection connection = nightfill.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute(tampering);
            SingleConnectionDataSource dataSource = new SingleConnectionDataSource(connection, true);
            boolean passes = TurnSieve.passes(
                    new RunSql(
                            RunSql.streaming(dataSource),
                            nightfill.bean(Runs.class).get(LAST)),
                    dataSource);
            connection.rollback();
            return passes;
        }
    }
}
