package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.harness.Ended;
import nightfill.harness.Installation;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.Sampled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Which exit code a night ends with, and what it says. */
public class NightIT extends InstalledNightfill {

    @Test
    void a_night_tells_what_it_did_and_where_its_reports_are() {
        nightfill.arriveSmall(FRIDAY);

        Ended ended = nightfill.run(FRIDAY).with(0);

        assertThat(ended.out())
                .contains("2026-11-20 run 1 is finished; the books balance")
                .contains("reports: " + nightfill.reports("2026-11-20/run-1"));
        assertThat(nightfill.reports("2026-11-20/run-1/MANIFEST.sha256")).isNotEmptyFile();
    }

    @Test
    void a_repeated_night_says_so() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);

        Ended again = nightfill.run(FRIDAY).with(0);

        assertThat(again.out()).contains("2026-11-20 run 1 is finished already; nothing to do");
    }

    @Test
    void a_night_whose_feeds_are_gone_stays_finished() throws IOException {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        delete(nightfill.input());

        Ended again = nightfill.run(FRIDAY).with(0);

        assertThat(again.out()).contains("finished already");
    }

    @Test
    void feeds_that_changed_since_ask_for_a_correction() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O9,1,CHAIR,5");

        Ended again = nightfill.run(FRIDAY).with(5);

        assertThat(again.error()).contains("2026-11-20 run 1", "changed", "--correction");
    }

    @Test
    void feeds_that_changed_since_cannot_be_corrected_once_a_later_night_was_run() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arriveSmall(SATURDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.run(SATURDAY).with(0);
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O9,1,CHAIR,5");

        assertThat(nightfill.run(FRIDAY).with(5).error()).contains("cannot be corrected");
        assertThat(nightfill.run(FRIDAY, "--correction").with(3).error())
                .contains("2026-11-20 run 1", "is no longer the last night");
    }

    @Test
    void a_correction_of_what_was_never_run_is_refused() {
        nightfill.arriveSmall(FRIDAY);

        assertThat(nightfill.run(FRIDAY, "--correction").with(3).error())
                .contains("2026-11-20", "nothing to correct", "without --correction");
    }

    @Test
    void a_correction_with_unchanged_feeds_has_nothing_to_do() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);

        assertThat(nightfill.run(FRIDAY, "--correction").with(0).out()).contains("run 1 is finished already");
    }

    @Test
    void without_input_or_feeds_the_night_waits() {
        assertThat(nightfill.run(FRIDAY).with(7).error())
                .contains(nightfill.input().toString(), "batches.csv", "not there yet");
        nightfill.arrive(FRIDAY, "batches.csv", BATCHES);
        assertThat(nightfill.run(FRIDAY).with(7).error()).contains("order_lines.csv", "not there yet");
        assertThat(nightfill.nightfill("status").with(0).out()).contains("no night was run yet");
    }

    @Test
    void a_torn_upload_waits() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.write(FRIDAY, "order_lines.csv", "orderid,sku,qty\nO1,CHAIR,3");

        assertThat(nightfill.run(FRIDAY).with(7).error()).contains("order_lines.csv", "torn", "control.csv");
    }

    @Test
    void a_feed_without_a_last_line_end_is_whole_when_control_csv_has_its_hash() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        Path lines = nightfill.write(FRIDAY, "order_lines.csv", "orderid,sku,qty\nO1,CHAIR,3");
        nightfill.arrive(
                FRIDAY, "control.csv", "file,rows,sha256", "batches.csv,1,", "order_lines.csv,1," + sha256(lines));

        nightfill.run(FRIDAY).with(0);
    }

    @Test
    void a_row_count_alone_does_not_vouch_for_a_torn_feed() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.write(FRIDAY, "order_lines.csv", "orderid,sku,qty\nO1,CHAIR,3");
        nightfill.arrive(FRIDAY, "control.csv", "file,rows,sha256", "batches.csv,1,", "order_lines.csv,1,");

        nightfill.run(FRIDAY).with(7);
    }

    @Test
    void a_feed_that_control_csv_names_is_waited_for() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arrive(
                FRIDAY, "control.csv", "file,rows,sha256", "batches.csv,1,", "order_lines.csv,1,", "dispatches.csv,0,");

        assertThat(nightfill.run(FRIDAY).with(7).error()).contains("dispatches.csv", "control.csv names it");
    }

    @Test
    void a_torn_feed_is_waited_for_also_beside_a_control_file_that_is_wrong() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arrive(FRIDAY, "control.csv", "file,rows,sha256", "batches.csv,1,");
        nightfill.write(FRIDAY, "order_lines.csv", "orderid,sku,qty\nO1,CHAIR,3");
        nightfill.run(FRIDAY).with(7);

        nightfill.arrive(FRIDAY, "control.csv", "nonsense");
        nightfill.run(FRIDAY).with(7);
    }

    @Test
    void missing_feeds_are_waited_for_also_where_output_is_wrong() throws IOException {
        Path output = Files.createDirectories(root.resolve("output"));
        Files.writeString(output.resolve(".nightfill-database"), "another\n");

        nightfill.run(FRIDAY, "--output", output.toString()).with(7);
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY, "--output", output.toString()).with(3);
    }

    @Test
    void feeds_that_changed_are_told_also_where_output_is_wrong() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O9,1,CHAIR,5");

        nightfill.run(FRIDAY, "--output", root.resolve("elsewhere").toString()).with(5);
    }

    @Test
    void a_finished_date_whose_reports_output_lacks_is_refused() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);

        Ended again = nightfill
                .run(FRIDAY, "--output", root.resolve("elsewhere").toString())
                .with(3);

        assertThat(again.error()).contains("elsewhere/2026-11-20/run-1", "missing", "--output");
    }

    @ParameterizedTest
    @Sampled(of = {"stock.csv", "unallocated.csv", "summary.json", "MANIFEST.sha256"})
    void a_previous_report_that_was_altered_refuses_the_next_night(String report) throws IOException {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        Path altered = nightfill.reports("2026-11-20/run-1").resolve(report);
        byte[] before = Files.readAllBytes(altered);
        Files.writeString(altered, Files.readString(altered) + "x,CHAIR,1,,0,0,1\r\n");
        nightfill.arriveSmall(SATURDAY);

        assertThat(nightfill.run(SATURDAY).with(3).error()).contains("2026-11-20/run-1");

        Files.write(altered, before);
        nightfill.run(SATURDAY).with(0);
    }

    @Test
    void the_output_of_another_database_is_refused() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        try (TestDatabase other = TestDatabase.create()) {
            Ended ended = Installation.on(other, root).run(FRIDAY).with(3);

            assertThat(ended.error())
                    .contains(nightfill.home().resolve("reports").toString(), "database", "--output");
        }
    }

    @Test
    void a_database_that_knows_less_than_output_shows_is_refused() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        execute("alter table urgent_line disable trigger user; truncate run, identity cascade;"
                + " alter table urgent_line enable trigger user");
        execute("insert into identity (database_id) values ('%s')"
                .formatted(Files.readString(nightfill.home().resolve("reports/.nightfill-database"))
                        .strip()));

        Ended ended = nightfill.run(FRIDAY).with(3);

        assertThat(ended.error()).contains("2026-11-20/run-1", "does not know");
    }

    @Test
    void opening_allocations_come_with_the_first_lines_only() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arrive(FRIDAY, "allocations.csv", "orderid,line,sku,qty,batchref", "O0,1,CHAIR,1,B20261120");
        nightfill.run(FRIDAY).with(0);
        nightfill.arriveSmall(SATURDAY);
        nightfill.arrive(SATURDAY, "allocations.csv", "orderid,line,sku,qty,batchref");

        assertThat(nightfill.run(SATURDAY).with(3).error()).contains("allocations.csv", "first night only");
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O9,1,CHAIR,5");
        nightfill.run(FRIDAY, "--correction").with(0);
    }

    @Test
    void a_newer_schema_is_refused() throws SQLException {
        nightfill.nightfill("status").with(0);
        execute("""
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, true)""");

        assertThat(nightfill.nightfill("status").with(3).error()).contains("99", "newer");

        execute("delete from flyway_schema_history where version = '99'");
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    public static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
