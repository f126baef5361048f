package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import nightfill.harness.Child;
import nightfill.harness.CsvNight;
import nightfill.harness.Ended;
import nightfill.harness.HeldTable;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nights leave for node_exporter, however they end. */
class MetricsFileIT extends InstalledNightfill {

    private static final String VARIABLE = "NIGHTFILL_METRICS_FILE";

    private Path file = Path.of("");

    @BeforeEach
    void name() throws IOException {
        file = Files.createDirectories(root.resolve("collected")).resolve("nightfill.prom");
        nightfill.with(VARIABLE, file).with("NIGHTFILL_ZONE", "UTC");
    }

    /** The samples of the file, by name and labels. */
    private Map<String, Double> samples() throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" (?=[^ ]*$)", 2))
                .collect(Collectors.toMap(sample -> sample[0], sample -> Double.valueOf(sample[1])));
    }

    /** What one of several states is at 1. */
    private String current(String name) throws IOException {
        return samples().entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(name + "{") && sample.getValue() == 1)
                .map(sample -> sample.getKey().replaceAll(".*=\"|\"}$", ""))
                .collect(Collectors.joining(","));
    }

    private static double second(String date) {
        return LocalDate.parse(date).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    @Test
    void a_fine_night_leaves_what_its_reports_say() throws IOException {
        nightfill.arriveMixed(FRIDAY);
        nightfill.arrive(
                FRIDAY, "order_lines.csv", LINES, "O1,1,CHAIR,3", "O1,2,TABLE,1", "P1,1,CHAIR,100", "Q1,1,CHAIR,0");
        Instant before = Instant.now();

        nightfill.run(FRIDAY).with(0);

        CsvNight night = new CsvNight(nightfill.reports("2026-11-20/run-1"));
        Map<String, Double> seen = samples();
        assertThat(current("nightfill_night_state")).isEqualTo("finished");
        assertThat(current("nightfill_request_outcome")).isEqualTo("done");
        assertThat(current("nightfill_lock_owner")).isEqualTo("free");
        assertThat(current("nightfill_troubled_nights")).isEmpty();
        assertThat(seen)
                .containsEntry("nightfill_up", 1.0)
                .containsEntry("nightfill_night_info{date=\"2026-11-20\",run=\"1\"}", 1.0)
                .containsEntry("nightfill_finished_info{date=\"2026-11-20\",run=\"1\"}", 1.0)
                .containsEntry("nightfill_finished_date_timestamp_seconds", second(FRIDAY))
                .containsEntry("nightfill_finished_lines{outcome=\"allocated\"}", (double)
                        night.rows("allocations.csv").count())
                .containsEntry("nightfill_finished_units{outcome=\"allocated\"}", (double)
                        night.sum("allocations.csv", "qty", row -> true))
                .containsEntry("nightfill_backlog_lines", (double)
                        night.rows("unallocated.csv").count())
                .containsEntry("nightfill_backlog_units", (double) night.sum("unallocated.csv", "qty", row -> true))
                .containsEntry("nightfill_rejected_rows{feed=\"order_lines\",reason=\"QUANTITY\"}", 1.0)
                .containsEntry("nightfill_feed_rows{feed=\"order_lines\",outcome=\"applied\"}", 3.0)
                .containsEntry("nightfill_control_totals", (double)
                        night.rows("control-totals.csv").count())
                .containsEntry("nightfill_night_attempts", 1.0)
                .containsEntry("nightfill_owed_publications", 0.0)
                .containsEntry("nightfill_step_read_rows{step=\"load order lines\"}", 4.0);
        assertThat(seen.get("nightfill_fill_ratio")).isEqualTo(1 / 3.0);
        assertThat(seen.get("nightfill_finished_timestamp_seconds"))
                .isBetween(before.getEpochSecond() - 1.0, Instant.now().getEpochSecond() + 1.0);
        assertThat(seen.keySet()).noneMatch(name -> name.startsWith("nightfill_lock_taken"));
    }

    @Test
    void a_refused_night_leaves_that_and_what_the_one_before_it_came_to() throws IOException {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.arriveSmall(SATURDAY);
        nightfill.arrive(SATURDAY, "order_lines.csv", LINES, "O1,1,CHAIR,0");

        nightfill.run(SATURDAY, "--max-rejects", "0").with(3);

        assertThat(current("nightfill_night_state")).isEqualTo("refused");
        assertThat(current("nightfill_request_outcome")).isEqualTo("refused");
        assertThat(current("nightfill_troubled_nights")).isEqualTo("refused");
        assertThat(samples())
                .containsEntry("nightfill_night_info{date=\"2026-11-21\",run=\"1\"}", 1.0)
                .containsEntry("nightfill_finished_info{date=\"2026-11-20\",run=\"1\"}", 1.0)
                .containsEntry("nightfill_finished_date_timestamp_seconds", second(FRIDAY));
    }

    @Test
    void a_night_that_is_refused_or_waits_before_it_has_a_run_is_told_by_its_request() throws IOException {
        nightfill.run(FRIDAY).with(7);

        assertThat(current("nightfill_request_outcome")).isEqualTo("not_ready");
        assertThat(samples()).containsKey("nightfill_request_info{date=\"2026-11-20\"}");
        assertThat(samples().keySet()).noneMatch(name -> name.startsWith("nightfill_night_"));

        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY, "--correction").with(3);

        assertThat(current("nightfill_request_outcome")).isEqualTo("refused");
        assertThat(samples().keySet()).noneMatch(name -> name.startsWith("nightfill_night_"));
    }

    @Test
    void a_failed_night_leaves_that_until_it_is_run_again() throws IOException {
        nightfill.arriveSmall(FRIDAY);
        Files.createDirectories(nightfill.home().resolve("reports"));
        Path taken = Files.createFile(nightfill.reports(FRIDAY));

        nightfill.run(FRIDAY).with(1);

        assertThat(current("nightfill_night_state")).isEqualTo("failed");
        assertThat(current("nightfill_request_outcome")).isEqualTo("failed");
        assertThat(current("nightfill_troubled_nights")).isEqualTo("failed");
        assertThat(samples().keySet()).noneMatch(name -> name.startsWith("nightfill_finished_"));

        Files.delete(taken);
        nightfill.run(FRIDAY).with(0);

        assertThat(current("nightfill_night_state")).isEqualTo("finished");
        assertThat(current("nightfill_troubled_nights")).isEmpty();
        assertThat(samples()).containsEntry("nightfill_night_attempts", 2.0);
    }

    @Test
    void a_night_whose_books_do_not_balance_leaves_that() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        whileReasonsAreWrong(() -> {
            nightfill.run(FRIDAY).with(8);
        });

        assertThat(current("nightfill_night_state")).isEqualTo("unbalanced");
        assertThat(current("nightfill_troubled_nights")).isEqualTo("unbalanced");
        assertThat(current("nightfill_request_outcome")).isEqualTo("unbalanced");
    }

    @Test
    void a_stopped_night_leaves_that_and_an_abandoned_one_too() throws Exception {
        nightfill.arriveMixed(FRIDAY);

        stopInAllocation(FRIDAY);

        assertThat(current("nightfill_night_state")).isEqualTo("stopped");
        assertThat(current("nightfill_troubled_nights")).isEqualTo("stopped");

        nightfill.nightfill("abandon").with(0);

        assertThat(current("nightfill_night_state")).isEqualTo("abandoned");
        assertThat(current("nightfill_troubled_nights")).isEmpty();
    }

    @Test
    void who_comes_while_a_night_is_at_work_leaves_how_far_it_is() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        nightfill.with("NIGHTFILL_CHUNK_SIZE", 1);
        try (HeldTable held = HeldTable.of(database, "decided")) {
            CompletableFuture<Ended> night = CompletableFuture.supplyAsync(() -> nightfill.run(FRIDAY));
            held.awaitNight();

            nightfill.run(FRIDAY).with(4);

            assertThat(current("nightfill_night_state")).isEqualTo("running");
            assertThat(current("nightfill_lock_owner")).isEqualTo("alive");
            assertThat(samples())
                    .containsKeys(
                            "nightfill_lock_taken_timestamp_seconds",
                            "nightfill_lock_beat_timestamp_seconds",
                            "nightfill_step_duration_seconds{step=\"allocate\"}")
                    .doesNotContainKey("nightfill_night_ended_timestamp_seconds");
            held.release();
            assertThat(night).succeedsWithin(Child.PATIENCE);
        }
        assertThat(current("nightfill_night_state")).isEqualTo("finished");
    }

    @Test
    void a_publication_that_is_owed_is_told_until_it_is_made() throws IOException {
        nightfill.arriveSmall(FRIDAY);
        Path published = root.resolve("published");
        Files.createFile(published);

        nightfill.run(FRIDAY, "--publish", published.toString()).with(1);

        assertThat(current("nightfill_night_state")).isEqualTo("finished");
        assertThat(samples()).containsEntry("nightfill_owed_publications", 1.0);

        Files.delete(published);
        nightfill.nightfill("publish", published.toString()).with(0);

        assertThat(samples()).containsEntry("nightfill_owed_publications", 0.0);
    }

    @Test
    void a_night_without_its_database_leaves_that() throws IOException {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.with("NIGHTFILL_DB_URL", "jdbc:postgresql://localhost:1/none").with("NIGHTFILL_DB_WAIT", 0);

        nightfill.run(FRIDAY).with(1);

        assertThat(samples()).hasSize(2).containsEntry("nightfill_up", 0.0);
    }

    @Test
    void a_file_that_cannot_be_written_is_a_warning_and_no_reason_to_fail() throws IOException {
        nightfill.arriveSmall(FRIDAY);
        Path missing = root.resolve("missing/nightfill.prom");
        nightfill.with(VARIABLE, missing);

        Ended ended = nightfill.run(FRIDAY).with(0);

        assertThat(warnings(ended))
                .containsExactly("warning: %s, the file of %s, cannot be written: %s is missing"
                        .formatted(missing, VARIABLE, missing.resolveSibling("")));
        assertThat(ended.out()).contains("2026-11-20 run 1 is finished");

        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O9,1,CHAIR,5");
        Ended changed = nightfill.run(FRIDAY).with(5);
        assertThat(warnings(changed)).hasSize(1);
        assertThat(changed.error()).contains("changed");
    }

    @Test
    void a_directory_that_is_closed_to_it_is_a_warning() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        Files.setPosixFilePermissions(file.resolveSibling(""), PosixFilePermissions.fromString("r-xr-xr-x"));

        try (Child night = nightfill.startPowerless(nightfill.runOf(FRIDAY))) {
            Ended ended = night.await().with(0);
            assertThat(warnings(ended))
                    .containsExactly("warning: %s, the file of %s, cannot be written: no permission for %1$s"
                            .formatted(file, VARIABLE));
        }
        assertThat(file).doesNotExist();
    }

    private static List<String> warnings(Ended ended) {
        return ended.err().lines().filter(line -> line.startsWith("warning: ")).toList();
    }

    @Test
    void without_the_setting_there_is_no_file() throws IOException {
        nightfill.with(VARIABLE, " ");
        nightfill.arriveSmall(FRIDAY);

        nightfill.run(FRIDAY).with(0);

        assertThat(file.resolveSibling("")).isEmptyDirectory();
    }

    @Test
    void a_setting_that_no_collector_would_read_stops_the_command() {
        for (String wrong : List.of("nightfill.prom", "/srv/nightfill.txt", "/", "/srv/\0.prom")) {
            assertThat(nightfill.with(VARIABLE, wrong).run(FRIDAY).with(2).error())
                    .contains(VARIABLE, "absolute path that ends with .prom");
        }
    }
}
