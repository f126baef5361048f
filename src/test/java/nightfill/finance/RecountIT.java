package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import nightfill.adapter.postgres.recount.PostgresRecount;
import nightfill.application.report.Recount;
import nightfill.application.report.Recount.Finding;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Data that a program with a fault, or somebody with a console, could leave: each check is broken once, in a transaction
 * without any constraint that is never committed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RecountIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 16);
    private static final LocalDate LATE = FIRST.plusDays(1);
    private static final LocalDate SECOND = FIRST.plusDays(3);
    private static final String LINES = "orderid,line,sku,qty\n";

    /** The first night. */
    private static final long A = 1;
    /** The second, as corrected. */
    private static final long B = 3;
    /** A late one. */
    private static final long C = 4;

    private static final String FIGURES = "the figures kept of each finished run are those of its rows";
    private static final String CARRIED = "what is carried of each batch is what is allocated of it";

    @SuppressWarnings("NullAway.Init")
    private TestNightfill nightfill;

    @BeforeAll
    void tell(@TempDir Path directory) throws IOException {
        nightfill = new TestNightfill(directory, 5000);
        run(
                FIRST,
                Map.of(
                        "batches.csv", """
                        ref,sku,qty,eta
                        B1,SOFA,10,
                        B2,SOFA,10,2026-12-01
                        B3,LAMP,4,
                        B4,DESK,5,
                        B5,DESK,5,2026-12-01
                        B8,RUG,10,
                        """,
                        "allocations.csv", "orderid,line,sku,qty,batchref\nP1,1,SOFA,3,B2\nP2,1,SOFA,30,B2\n",
                        "order_lines.csv", LINES + """
                        O1,1,SOFA,4
                        O2,1,SOFA,4
                        O3,1,SOFA,4
                        O4,1,LAMP,3
                        O5,1,LAMP,3
                        O6,1,DESK,8
                        O7,1,TABLE,1
                        O8,1,DESK,2
                        R1,1,RUG,4
                        R2,1,RUG,4
                        """));
        run(SECOND, second("O9,1,SOFA,1\n"));
        correct(SECOND, second("O9,1,SOFA,2\nO10,1,DESK,3\n"));
        run(
                LATE,
                Map.of(
                        "batches.csv", """
                        ref,sku,qty,eta
                        B1,SOFA,99,
                        B6,SHELF,1,
                        B7,LAMP,5,2026-12-24
                        C1,CUP,3,
                        C2,CUP,3,
                        """,
                        "order_lines.csv", LINES + """
                        L1,1,LAMP,1
                        L2,1,LAMP,1
                        L3,1,LAMP,2
                        U1,1,VASE,1
                        K1,1,CUP,5
                        K2,1,CUP,2
                        """,
                        "cancellations.csv", LINES + "R2,1,RUG,4\n"));
    }

    private static Map<String, String> second(String orderLines) {
        return Map.of(
                "batches.csv", "ref,sku,qty,eta\nB1,SOFA,6,\nB2,SOFA,10,2026-12-01\nB8,RUG,5,\n",
                "order_lines.csv", LINES + orderLines,
                "dispatches.csv", LINES + "O1,1,SOFA,4\nL2,1,LAMP,1\n",
                "cancellations.csv", LINES + "O4,1,LAMP,3\nO7,1,TABLE,1\nL1,1,LAMP,1\n");
    }

    private void run(LocalDate date, Map<String, String> feeds) throws IOException {
        nightfill.arrive(date, feeds);
        nightfill.run(date, false);
    }

    private void correct(LocalDate date, Map<String, String> feeds) throws IOException {
        nightfill.arrive(date, feeds);
        nightfill.run(date, true);
    }

    @AfterAll
    void close() {
        nightfill.close();
    }

    @Test
    void what_nights_leave_breaks_no_check() {
        List<Finding> findings = nightfill.useCases().books().audit().audit(nightfill.output());

        assertThat(findings).hasSize(44).noneMatch(Finding::isFault);
    }

    @Test
    void what_a_former_version_finished_has_the_figures_that_its_rows_show() throws Exception {
        String migration = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/nightfill/migration/V13__run_figures.sql"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        int fill = migration.indexOf("insert into run_figures");
        try (Connection connection = nightfill.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            List<String> kept = figures(statement);
            assertThat(kept).hasSize(4).doesNotHaveDuplicates();

            statement.execute("delete from run_figures");
            statement.execute(migration.substring(fill, migration.indexOf(';', fill)));

            assertThat(figures(statement)).isEqualTo(kept);
            connection.rollback();
        }
    }

    private static List<String> figures(Statement statement) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("select run_figures::text from run_figures order by run_id")) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_fault_is_named_by_its_check_and_by_what_it_is_about(String check, Fault fault) throws SQLException {
        Map<String, Finding> broken = broken(fault);

        assertThat(broken.keySet()).isEqualTo(fault.checks(check));
        assertThat(Objects.requireNonNull(broken.get(check)).examples())
                .anyMatch(example -> example.contains(fault.names));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"faults", "faultsOfTheLastRun"})
    void a_night_finds_what_each_check_finds_of_its_run(String check, Fault fault) throws SQLException {
        assertThat(broken(fault, (recount, last) -> recount.of(last)))
                .isEqualTo(broken(fault, PostgresRecount::ofEach));
    }

    /** Those that a night asks only where something may be wrong. */
    private static Stream<Arguments> faultsOfTheLastRun() {
        return Stream.of(
                fault("of its SKU", "", "update standing_allocation set quantity = 1 where line_id = " + line("L3")),
                fault(
                        "of its SKU",
                        "",
                        "update standing_allocation set batch_id = %s where line_id = %s"
                                .formatted(batch("B4"), line("L3"))),
                fault("of its SKU", "", "update standing_allocation set line_id = 5000 where line_id = " + line("L3")),
                fault("known before", "", "update line set loaded_run = 5 where order_id = 'L3'"),
                fault("best first", "", "update batch_value set quantity = 9 where batch_id = " + batch("B3")),
                fault("reason given", "", withoutReason(C, line("U1"))),
                fault("open only", "", instead(line("U1"), line("O4"), C)),
                fault("unknown SKU", "", tooShort(line("U1"))),
                fault("known SKU", "", "update decided set reasons = array_replace(reasons, 'SHORT', 'UNKNOWN_SKU')"),
                fault("no room", "", "update batch_value set quantity = 5 where batch_id = " + batch("C2")),
                fault(
                        "known SKU without a quantity",
                        "",
                        "insert into batch (reference, sku_id, first_run) select 'V1', id, 1 from sku where code = 'VASE'"),
                fault(
                        "a unit less than would do for none alone",
                        "",
                        "update batch_value set quantity = 1 where batch_id = " + batch("C2")),
                fault(
                        "none alone",
                        "",
                        "update decided set reasons = array_replace(reasons, 'SHORT', 'NO_SINGLE_BATCH')"),
                fault("SKU known later", "", "update batch set first_run = 5 where reference in ('C1', 'C2')"),
                fault("open before it is loaded", "", "update line set loaded_run = 5 where order_id = 'U1'"),
                fault(
                        "cancelled later",
                        "",
                        withoutReason(C, line("U1")),
                        "update line set cancelled_run = 5 where order_id = 'U1'"),
                fault(
                        "allocated later",
                        "",
                        "update standing_allocation set from_run = 5 where line_id = " + line("L3")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsOfTheLastRun")
    void each_of_these_faults_is_found(String check, Fault fault) throws SQLException {
        assertThat(broken(fault, (recount, last) -> recount.of(last))).isNotEmpty();
    }

    @Test
    void each_check_of_the_data_is_broken_by_one_of_these_faults() {
        Set<String> broken = new TreeSet<>();
        faults().forEach(fault -> broken.add(String.valueOf(fault.get()[0])));
        Set<String> checks = new TreeSet<>();
        nightfill.bean(Recount.class).ofAll(Optional.empty()).forEach(finding -> checks.add(finding.check()));

        assertThat(broken).isEqualTo(checks);
    }

    private static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "at most one run loads, and at most one is unfinished",
                        "2 runs are LOADING",
                        "insert into run (business_date, number, state, turns_before, max_rejects)"
                                + " values ('2027-01-01', 1, 'LOADING', 0, ''), ('2027-01-02', 1, 'LOADING', 0, '')"),
                fault(
                                "no run finishes while an earlier one is unfinished",
                                "2026-11-19 run 2",
                                "update run set state = 'ALLOCATING', manifest_sha256 = null where id = " + B)
                        .and(FIGURES, CARRIED),
                fault(
                        CARRIED,
                        "batch B3 is carried with",
                        "update batch_taken set promised = promised + 1 where batch_id = " + batch("B3")),
                fault(
                        "batches hold what was allocated at once since the last night",
                        "batch B3 has",
                        "insert into urgent_line (order_id, line_number, sku, quantity, batch_reference, after_run, client)"
                                + " values ('N1', '', 'LAMP', 99, 'B3', 4, 'shop')"),
                fault(
                        "each run builds on the current run before it",
                        "2026-11-17 run 1 builds on 2026-11-16 run 1, not on 2026-11-19 run 2",
                        "update run set previous_id = 1 where id = " + C),
                fault(
                        "the runs of a date are numbered in their order",
                        "2026-11-19 run 3",
                        "update run set number = number + 1 where business_date = '2026-11-19'"),
                fault(
                        "a correction replaces the run before it",
                        "2026-11-19 run 1 is replaced by no run",
                        "update run set replaces_id = 1 where id = " + B),
                fault(
                        "what is in effect was done by runs in effect",
                        "2026-11-19 run 1, REPLACED",
                        "insert into batch_unchanged values (2, 1)"),
                fault(
                        "what was undone was done by runs no longer in effect",
                        "2026-11-19 run 2",
                        "insert into undone.decided values (%d, 1, 1, '{1}', '{SHORT}')".formatted(B)),
                fault(
                        "no order line is known twice",
                        "order O1 line 1",
                        "update line set order_id = 'O1' where order_id = 'O2'"),
                fault(
                        "lines wait in the order in which the nights were run",
                        "order O7 line 1",
                        instead(line("O7"), "5000", A),
                        "update line set id = 5000 where order_id = 'O7'"),
                fault(
                                "no line has two batches",
                                "order O2 line 1",
                                "insert into ended_allocation select * from ended_allocation where line_id = "
                                        + line("O2"))
                        .and(
                                FIGURES,
                                "no batch is below zero after any run",
                                "each run gave as many reasons as it left lines open",
                                "the reports of each run have as many rows as there is to report"),
                fault(
                                "a line is allocated whole, to a batch of its SKU, once both are known",
                                "order O8 line 1",
                                "update standing_allocation set quantity = 1 where line_id = " + line("O8"))
                        .and(FIGURES, CARRIED),
                fault(
                                "a cancelled line has no batch, now or later",
                                "order O8 line 1",
                                "update line set cancelled_run = %d where order_id = 'O8'".formatted(C))
                        .and(
                                "each run gave as many reasons as it left lines open",
                                "applied rows of each feed are as many as there is to show of them",
                                "the reports of each run have as many rows as there is to report"),
                fault(
                                "a line that left without a batch has none, now or later",
                                "order O8 line 1",
                                "update line set left_run = %d where order_id = 'O8'".formatted(C))
                        .and(
                                "a line is closed without a batch where its dispatch found none, and there alone",
                                "each run gave as many reasons as it left lines open"),
                fault(
                                "a line is closed without a batch where its dispatch found none, and there alone",
                                "order O6 line 1",
                                "update line set left_run = %d where order_id = 'O6'".formatted(C))
                        .and(
                                "only a line that a run left open has a reason of it",
                                "each run gave as many reasons as it left lines open"),
                fault(
                                "no line is cancelled before it is loaded",
                                "order L1 line 1",
                                "update line set cancelled_run = %d where order_id = 'L1'".formatted(B))
                        .and(
                                "each run gave as many reasons as it left lines open",
                                "the reports of each run have as many rows as there is to report"),
                fault(
                                "a dispatched line keeps its batch for ever",
                                "order O5 line 1",
                                "update standing_allocation set dispatched_run = from_run where line_id = "
                                        + line("O5"),
                                "update run set rules = '1'")
                        .and(CARRIED),
                fault(
                        "no batch and no SKU is known twice",
                        "batch B4",
                        "update batch set reference = 'B4' where reference = 'B5'"),
                fault(
                                "a batch has one quantity and ETA at a time, without a gap",
                                "batch B6",
                                "update batch set first_run = 1 where reference = 'B6'")
                        .and("the reports of each run have as many rows as there is to report"),
                fault(
                                "a batch that a list of all batches lacked has what had left",
                                "batch B6",
                                "update batch_value set lacked = true where batch_id = " + batch("B6"))
                        .and("applied rows of each feed are as many as there is to show of them"),
                fault(
                        "no batch is below zero after any run",
                        "batch B3 has -1 after 2026-11-17 run 1",
                        "update batch_value set quantity = 3 where batch_id = " + batch("B3")),
                fault(
                        "no line lost its batch but for a reason",
                        "order O2 line 1",
                        "update ended_allocation set cause = 'CANCELLED' where line_id = " + line("O2")),
                fault(
                        "a reduced batch gives up its newest lines",
                        "order R2 line 1",
                        "update standing_allocation set line_id = %s where line_id = %s"
                                .formatted(line("R2"), line("R1")),
                        "update ended_allocation set line_id = %s where line_id = %s".formatted(line("R1"), line("R2")),
                        instead(line("R2"), line("R1"), B),
                        "update line set cancelled_run = case order_id when 'R1' then %d end where order_id in ('R1', 'R2')"
                                .formatted(C)),
                fault(
                        "a reduced batch gives up no more than it must",
                        "order R2 line 1",
                        "update batch_value set quantity = 8 where quantity = 5 and batch_id = " + batch("B8")),
                fault("every open line has the reason of the last run", "order O2 line 1", withoutReason(C, line("O2")))
                        .and(
                                FIGURES,
                                "each run gave as many reasons as it left lines open",
                                "the reports of each run have as many rows as there is to report"),
                fault(
                        "only a line that a run left open has a reason of it",
                        "order O4 line 1",
                        instead(line("O5"), line("O4"), A)),
                fault(
                                "each run gave as many reasons as it left lines open",
                                "2026-11-16 run 1",
                                withoutReason(A, line("O5")),
                                "update report set rows = rows - 1 where run_id = %d and name = 'unallocated.csv'"
                                        .formatted(A))
                        .and(FIGURES),
                fault(
                        "UNKNOWN_SKU is the reason where no batch of the SKU is known, and there alone",
                        "order U1 line 1",
                        tooShort(line("U1"))),
                fault(
                        "no line is left open that a batch has room for",
                        "order K1 line 1",
                        "update batch_value set quantity = 5 where batch_id = " + batch("C2")),
                fault(
                        "SHORT is the reason where all batches together had too little, NO_SINGLE_BATCH where each had",
                        "order K1 line 1",
                        tooShort(line("K1"))),
                fault(
                        "no line has a batch while a better one has room for it",
                        "order L3 line 1",
                        "update batch_value set quantity = 9 where batch_id = " + batch("B3")),
                fault(
                                "rows read of each feed = applied + duplicate + superseded + rejected",
                                "2026-11-19 run 2",
                                "update accepted_feed set rows = rows + 1 where run_id = %d and feed = 'batches'"
                                        .formatted(B))
                        .and(FIGURES),
                fault(
                        "rejected rows of each feed are as many as were counted",
                        "cancellations.csv",
                        "update reject set feed = 'dispatches' where run_id = %d and feed = 'cancellations'"
                                .formatted(B)),
                applied(A, "allocations"),
                applied(B, "order_lines"),
                applied(B, "batches"),
                applied(B, "dispatches"),
                applied(B, "cancellations"),
                fault(
                        "the reports of each run have as many rows as there is to report",
                        "2026-11-19 run 2",
                        "update report set rows = rows + 1 where run_id = %d and name = 'allocations.csv'"
                                .formatted(B)),
                fault(
                        "every finished run has the hashes of its reports on record",
                        "stock.csv",
                        "delete from report where run_id = %d and name = 'stock.csv'".formatted(A)),
                figures("loaded_lines"),
                figures("loaded_units"),
                figures("released_lines"),
                figures("released_units"),
                figures("allocated_lines"),
                figures("allocated_units"),
                figures("open_lines"),
                figures("open_units"),
                figures("rows_read"),
                figures("rows_rejected"),
                figures("control_totals"),
                fault(
                        FIGURES,
                        "2026-11-19 run 2 keeps none lines loaded",
                        "delete from run_figures where run_id = " + B),
                fault(FIGURES, "2026-11-21 run 1 keeps figures, and is ABANDONED", """
                        with other as (
                            insert into run (business_date, number, state, max_rejects, turns_before)
                            values ('2026-11-21', 1, 'ABANDONED', '', 0) returning id)
                        insert into run_figures select other.id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 from other
                        """));
    }

    private static Arguments figures(String column) {
        return fault(
                FIGURES,
                "2026-11-19 run 2 keeps ",
                "update run_figures set %s = %1$s + 1 where run_id = %d".formatted(column, B));
    }

    private static Arguments applied(long run, String feed) {
        return fault(
                "applied rows of each feed are as many as there is to show of them",
                feed + ".csv",
                "update accepted_feed set applied = applied + 1, duplicate = duplicate - 1 where run_id = %d and feed = '%s'"
                        .formatted(run, feed));
    }

    private static FaultArguments fault(String check, String names, String... statements) {
        return new FaultArguments(check, new Fault(names, List.of(statements), List.of()));
    }

    /** Lets another line have been left open. */
    private static String instead(String line, String other, long run) {
        return "update decided set open_lines = array_replace(open_lines, %s, %s) where run_id = %d and %1$s = any (open_lines)"
                .formatted(line, other, run);
    }

    private static String withoutReason(long run, String line) {
        return """
                update decided set (open_lines, reasons) = (
                    select coalesce(array_agg(id), '{}'), coalesce(array_agg(reason), '{}')
                    from unnest(open_lines, reasons) open (id, reason) where id <> %2$s)
                where run_id = %1$d and %2$s = any (open_lines)
                """.formatted(run, line);
    }

    private static String tooShort(String line) {
        return "update decided set reasons[array_position(open_lines, %s)] = 'SHORT' where %1$s = any (open_lines)"
                .formatted(line);
    }

    private static String line(String order) {
        return "(select id from line where order_id = '%s')".formatted(order);
    }

    private static String batch(String reference) {
        return "(select id from batch where reference = '%s')".formatted(reference);
    }

    private Map<String, Finding> broken(Fault fault) throws SQLException {
        return broken(fault, (recount, last) -> recount.ofAll(Optional.of(last)));
    }

    private Map<String, Finding> broken(Fault fault, BiFunction<PostgresRecount, Run, List<Finding>> counting)
            throws SQLException {
        Run last = nightfill.bean(Runs.class).get(C);
        try (Connection connection = nightfill.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(WITHOUT_CONSTRAINTS);
            for (String tampering : fault.statements) {
                assertThat(statement.executeUpdate(tampering)).as(tampering).isPositive();
            }
            Map<String, Finding> broken = new TreeMap<>();
            counting.apply(new PostgresRecount(new SingleConnectionDataSource(connection, true)), last).stream()
                    .filter(Finding::isFault)
                    .forEach(finding -> broken.put(finding.check(), finding));
            connection.rollback();
            return broken;
        }
    }

    private static final String WITHOUT_CONSTRAINTS = """
            do $$ declare it record; begin
                for it in select conrelid::regclass as home, conname from pg_constraint
                    where connamespace = 'public'::regnamespace and conrelid <> 0 and contype in ('c', 'f', 'p', 'u')
                    order by contype = 'f' desc
                loop
                    execute format('alter table %s drop constraint if exists %I cascade', it.home, it.conname);
                end loop;
                for it in select indexrelid::regclass as name from pg_index
                    where indisunique and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
                loop
                    execute 'drop index ' || it.name;
                end loop;
                for it in select oid::regclass as home from pg_class
                    where relnamespace = 'public'::regnamespace and relhastriggers
                loop
                    execute format('alter table %s disable trigger user', it.home);
                end loop;
            end $$
            """;

    private record FaultArguments(String check, Fault fault) implements Arguments {

        private FaultArguments and(String... others) {
            return new FaultArguments(check, new Fault(fault.names, fault.statements, Arrays.asList(others)));
        }

        @Override
        public Object[] get() {
            return new Object[] {check, fault};
        }
    }

    /**
     * Something wrong.
     *
     * @param names what the check has to name
     * @param others further checks that it breaks
     */
    private record Fault(String names, List<String> statements, List<String> others) {

        private Set<String> checks(String check) {
            Set<String> checks = new TreeSet<>(others);
            checks.add(check);
            return checks;
        }

        @Override
        public String toString() {
            return names;
        }
    }
}
