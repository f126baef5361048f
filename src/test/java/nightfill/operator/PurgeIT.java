package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nightfill.harness.Ended;
import nightfill.harness.HeldTable;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a purge removes, and what it never does. */
class PurgeIT extends InstalledNightfill {

    private static final String LONG_AGO = "2024-01-05";

    @BeforeEach
    void setZone() {
        nightfill.with("NIGHTFILL_ZONE", "UTC");
    }

    @Test
    void records_of_old_executions_go_and_data_and_reports_stay() throws Exception {
        for (String date : List.of(FRIDAY, SATURDAY, SUNDAY)) {
            nightfill.arriveMixed(date);
            nightfill.run(date).with(0);
        }
        grow("id < (select max(job_execution_id) from batch_job_execution)");
        List<String> before = directories();

        assertThat(purge()).contains("records of 2 executions, 0 log files, kept feeds of 0 runs");

        assertThat(datesOnRecord()).containsExactly(SUNDAY);
        for (String table : List.of(
                "batch_job_execution",
                "batch_step_execution",
                "batch_job_execution_context",
                "batch_job_execution_params")) {
            assertThat(query("select distinct job_execution_id from " + table))
                    .as(table)
                    .hasSize(1);
        }
        assertThat(query("select * from batch_job_instance")).hasSize(1);
        assertThat(query("select * from batch_step_execution_context"))
                .hasSameSizeAs(query("select * from batch_step_execution"));
        assertThat(directories()).isEqualTo(before);
        assertThat(nightfill.nightfill("status").with(0).out()).contains(SUNDAY).doesNotContain(FRIDAY, SATURDAY);
        assertThat(purge()).contains("records of 0 executions");
        nightfill.run(FRIDAY).with(0);
        nightfill.arriveSmall("2026-11-23");
        nightfill.run("2026-11-23").with(0);
        nightfill.nightfill("audit").with(0);
    }

    @Test
    void a_night_is_old_by_its_date_too_and_the_last_execution_never_is() throws Exception {
        nightfill.arriveSmall(LONG_AGO);
        nightfill.run(LONG_AGO).with(0);

        assertThat(purge()).contains("records of 0 executions");
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        assertThat(purge()).contains("records of 1 executions");
        assertThat(datesOnRecord()).containsExactly(FRIDAY);
    }

    @Test
    void no_execution_of_an_unfinished_run_is_forgotten() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.arrive(SATURDAY, "batches.csv", BATCHES, "D1,CHAIR,200,");
        nightfill.arrive(SATURDAY, "order_lines.csv", LINES, "S1,1,DESK,1", "S2,1,DESK,1", "S3,1,DESK,1");
        stopInAllocation(SATURDAY);
        stopInAllocation(SATURDAY);
        grow("true");

        assertThat(purge("--feeds")).contains("records of 1 executions");

        assertThat(datesOnRecord()).containsExactly(SATURDAY, SATURDAY);
        nightfill.run(SATURDAY).with(0);
    }

    @Test
    void a_night_under_way_notices_nothing() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.arriveMixed(SATURDAY);
        try (HeldTable held = HeldTable.of(database, "report")) {
            CompletableFuture<Ended> night = CompletableFuture.supplyAsync(() -> nightfill.run(SATURDAY));
            held.awaitNight();
            grow("true");

            assertThat(purge("--feeds")).contains("records of 1 executions");

            held.release();
            night.get(1, TimeUnit.MINUTES).with(0);
        }
        nightfill.nightfill("audit").with(0);
        nightfill.nightfill("replay", "--date", SATURDAY).with(0);
    }

    @Test
    void old_logs_go_and_others_stay() throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Path old = log("nightfill.%s.0.log".formatted(today.minusDays(401)));
        Path older = log("nightfill.2020-02-29.12.log");
        List<Path> others = List.of(
                log("nightfill.%s.0.log".formatted(today.minusDays(400))),
                log("nightfill.log"),
                log("nightfill.2020-02-30.0.log"),
                log("notes.2020-02-29.0.log"));

        assertThat(purge()).contains("2 log files");

        assertThat(old).doesNotExist();
        assertThat(older).doesNotExist();
        assertThat(others).allSatisfy(file -> assertThat(file).exists());
    }

    private Path log(String name) throws IOException {
        Path logs = Files.createDirectories(nightfill.home().resolve("logs"));
        return Files.writeString(logs.resolve(name), "logged\n");
    }

    @Test
    void kept_feeds_of_old_nights_go_only_where_they_are_meant() {
        nightfill.arriveSmall(LONG_AGO);
        nightfill.run(LONG_AGO).with(0);
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);

        assertThat(purge()).contains("kept feeds of 0 runs");
        assertThat(nightfill.home().resolve("feeds/2024-01-05/run-1/batches.csv"))
                .exists();
        nightfill.nightfill("replay", "--date", LONG_AGO).with(0);

        assertThat(purge("--feeds")).contains("kept feeds of 1 runs");
        assertThat(nightfill.home().resolve("feeds/2024-01-05")).doesNotExist();
        assertThat(nightfill.home().resolve("feeds/2026-11-20/run-1/batches.csv"))
                .exists();
        assertThat(nightfill.reports("2024-01-05/run-1/MANIFEST.sha256")).exists();
        nightfill.nightfill("replay", "--date", LONG_AGO).with(3);
        assertThat(purge("--feeds")).contains("kept feeds of 0 runs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "99999d"})
    void any_number_of_days_will_do(String days) {
        nightfill.nightfill("purge", "--older-than", days).with(0);
    }

    private String purge(String... more) {
        String[] command = List.of(List.of("purge", "--older-than", "400d"), List.of(more)).stream()
                .flatMap(List::stream)
                .toArray(String[]::new);
        return nightfill.nightfill(command).with(0).out();
    }

    /** Of each execution the date that it was for. */
    private static List<String> datesOnRecord() throws SQLException {
        return query("""
                select business_date
                from batch_job_execution_params join run on run.id = parameter_value::bigint
                where parameter_name = 'run'
                order by job_execution_id""");
    }

    /** Lets executions be of long ago. */
    private static void grow(String which) throws SQLException {
        execute("""
                update batch_job_execution execution
                set create_time = create_time - interval '500 days', start_time = start_time - interval '500 days',
                    end_time = end_time - interval '500 days'
                from (select job_execution_id as id from batch_job_execution) old
                where old.id = execution.job_execution_id and %s""".formatted(which));
    }
}
