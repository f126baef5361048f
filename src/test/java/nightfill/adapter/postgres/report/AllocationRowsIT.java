package nightfill.adapter.postgres.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nightfill.adapter.postgres.server.CopyOut;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.application.report.Report;
import nightfill.application.run.Runs;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AllocationRowsIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 16);
    private static final String LINES = "orderid,line,sku,qty\n";

    @SuppressWarnings("NullAway.Init")
    private TestNightfill nightfill;

    @BeforeAll
    void run(@TempDir Path directory) throws IOException {
        nightfill = new TestNightfill(directory, 5000);
        night(FIRST, """
                ref,sku,qty,eta
                "A ""1"", new",CHAIR,2,
                A2,CHAIR,5,2026-12-01
                A3,"TABLE, Ünder",5,unknown
                A4,CHAIR,5,2026-12-01
                """, """
                O1,1,CHAIR,2
                O2,,CHAIR,4
                O3,1,"TABLE, Ünder",3
                "O4, odd",1,CHAIR,5
                """);
        night(FIRST.plusDays(1), "ref,sku,qty,eta\nA4,CHAIR,6,2026-12-24\n", "O5,1,CHAIR,1\n");
    }

    private void night(LocalDate date, String batches, String lines) throws IOException {
        nightfill.arrive(date, Map.of("batches.csv", batches, "order_lines.csv", LINES + lines));
        nightfill.run(date, false);
    }

    @AfterAll
    void close() {
        nightfill.close();
    }

    @Test
    void they_are_those_that_the_server_puts_together() throws SQLException {
        for (long run = 1; run <= 2; run++) {
            List<List<String>> rows = rows(run, "select");
            assertThat(rows).isNotEmpty().isEqualTo(joined(run));
        }
    }

    @Test
    void of_a_batch_that_is_not_known_there_is_none() throws SQLException {
        for (String tampering : List.of(
                "delete from batch where reference = 'A2'",
                "update standing_allocation set batch_id = 77 where batch_id = 2",
                "update standing_allocation set batch_id = -1 where batch_id = 2")) {
            assertThat(rows(1, tampering)).hasSize(3).noneMatch(row -> row.contains("O2"));
        }
    }

    @Test
    void they_pay_where_they_are_as_many_as_batches() throws SQLException {
        assertThat(pays(1, 10_000)).isTrue();
        assertThat(pays(2, 10_000)).isFalse();
    }

    @Test
    void they_do_not_where_their_texts_would_take_too_much_memory() throws SQLException {
        assertThat(pays(1, 200)).isFalse();
    }

    private List<List<String>> joined(long run) throws SQLException {
        try (Connection connection = nightfill.connect()) {
            List<List<String>> rows = new ArrayList<>();
            SingleConnectionDataSource dataSource = new SingleConnectionDataSource(connection, true);
            CopyOut.forEach(
                    dataSource,
                    sql(run, dataSource)
                            .literal(ReportQuery.of(Report.ALLOCATIONS).inOrder()),
                    rows::add);
            return rows;
        }
    }

    private List<List<String>> rows(long run, String tampering) throws SQLException {
        try (Connection connection = nightfill.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute(tampering);
            List<List<String>> rows = new ArrayList<>();
            SingleConnectionDataSource dataSource = new SingleConnectionDataSource(connection, true);
            AllocationRows.forEach(sql(run, dataSource), dataSource, rows::add);
            connection.rollback();
            return rows;
        }
    }

    private boolean pays(long run, long bytes) throws SQLException {
        try (Connection connection = nightfill.connect()) {
            return AllocationRows.pay(sql(run, new SingleConnectionDataSource(connection, true)), bytes);
        }
    }

    private RunSql sql(long run, SingleConnectionDataSource dataSource) {
        return new RunSql(
                RunSql.streaming(dataSource), nightfill.bean(Runs.class).get(run));
    }
}
