package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.harness.Child;
import nightfill.harness.Ended;
import nightfill.harness.HeldTable;
import nightfill.harness.Installation;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.Sampled;
import nightfill.harness.Soak;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** A database that is older than OUTPUT never passes for the right one, and is led to where it was. */
class RestoredDatabaseIT extends InstalledNightfill {

    private static final String AFTER = "--after-restore";
    private static final String MONDAY = "2026-11-23";
    private static final String RUNS = """
            select business_date, number, state, after_restore, manifest_sha256 from run
            where state in ('ALLOCATING', 'FINISHED', 'REPLACED') order by id
            """;

    private final List<TestDatabase> backups = new ArrayList<>();
    private TestDatabase backup = database;
    private Installation restored = nightfill;

    /** A backup is taken after the first night; a second one, its correction and a third follow. */
    @BeforeEach
    void run_on_after_the_backup() {
        nightfill.arriveMixed(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        backUp();
        nightfill.arriveMixed(SATURDAY);
        nightfill.run(SATURDAY).with(0);
        nightfill.arrive(SATURDAY, "batches.csv", BATCHES, "D1,TABLE,7,2026-12-02", "B20261120,CHAIR,2,");
        nightfill.run(SATURDAY, "--correction").with(0);
        nightfill.arriveSmall(SUNDAY);
        nightfill.run(SUNDAY).with(0);
    }

    @AfterEach
    void dropBackups() {
        backups.forEach(TestDatabase::close);
    }

    @Test
    void a_restored_backup_is_refused_and_told_what_to_do() throws Exception {
        Map<String, String> before = output();
        nightfill.arriveSmall(MONDAY);

        for (String date : List.of(FRIDAY, SATURDAY, SUNDAY, MONDAY)) {
            assertThat(restored.run(date).with(3).error())
                    .contains("2026-11-21/run-1 exists", "does not know", "older backup", AFTER);
        }

        assertThat(output()).isEqualTo(before);
        assertThat(query(backup, RUNS)).hasSize(1);
    }

    @Test
    void after_the_restore_what_it_does_not_know_is_run_again_and_the_reports_are_adopted() throws Exception {
        Map<String, String> before = output();

        Ended ended = restored.run(SUNDAY, AFTER).with(0);

        assertThat(ended.err())
                .containsSubsequence(
                        "2026-11-21 run 1 was run", "2026-11-21 run 2 was run", "2026-11-22 run 1 was run");
        assertThat(ended.out()).contains("2026-11-22 run 1 is finished already");
        assertThat(output()).isEqualTo(before);
        assertThat(query(backup, RUNS.replace("after_restore", "business_date > '2026-11-20'")))
                .isEqualTo(query(database, RUNS.replace("after_restore", "business_date > '2026-11-20'")));
        assertThat(query(backup, "select after_restore from run order by id")).containsExactly("f", "t", "t", "t");
        assertThat(restored.nightfill("status").with(0).out().lines().filter(line -> line.contains("after a restore")))
                .hasSize(3);
        assertThat(restored.nightfill("status", "--json").with(0).out()).contains("\"afterRestore\" : true");
        restored.nightfill("audit").with(0);
        restored.nightfill("verify", restored.reports("").toString()).with(0);
    }

    @Test
    void a_night_is_run_again_as_purchasing_was_listened_to_then() throws Exception {
        nightfill.arrive(MONDAY, "batches.csv", BATCHES, "D1,TABLE,7,unknown");
        nightfill.arrive(MONDAY, "order_lines.csv", LINES);
        nightfill.with("NIGHTFILL_BATCHES", "snapshot").with("NIGHTFILL_SILENT", "1");
        nightfill.run(MONDAY).with(0);
        Map<String, String> before = output();
        assertThat(query(database, "select count(*) from batch_value where lacked"))
                .doesNotContain("0");

        restored.run(MONDAY, AFTER).with(0);

        assertThat(output()).isEqualTo(before);
        assertThat(query(backup, "select count(*) from batch_value where lacked"))
                .isEqualTo(query(database, "select count(*) from batch_value where lacked"));
    }

    @Soak
    @Test
    void the_next_night_comes_out_as_it_would_have() throws Exception {
        nightfill.arriveMixed(MONDAY);
        restored.run(MONDAY, AFTER).with(0);
        Map<String, String> after = hashes();
        TestNightfill.remove(nightfill.reports(MONDAY));
        TestNightfill.remove(nightfill.home().resolve("feeds").resolve(MONDAY));

        nightfill.run(MONDAY).with(0);

        assertThat(hashes()).isEqualTo(after);
    }

    @Soak
    @Test
    void a_database_that_lacks_nothing_is_told_so() {
        assertThat(nightfill.run(SUNDAY, AFTER).with(0).err()).contains("none was to be run again");
    }

    @Soak
    @Test
    void all_dates_that_wait_may_follow() throws Exception {
        nightfill.arriveSmall(MONDAY);

        assertThat(restored.run(MONDAY, AFTER, "--pending").with(0).out()).contains("2026-11-23 run 1 is finished;");
        assertThat(query(backup, "select after_restore from run order by id")).containsExactly("f", "t", "t", "t", "f");
    }

    @Soak
    @Test
    void feeds_that_are_gone_from_input_are_taken_from_the_home() throws Exception {
        TestNightfill.remove(nightfill.input());

        restored.run(SUNDAY, AFTER).with(0);
    }

    @Soak
    @Test
    void feeds_that_are_gone_from_the_home_are_taken_from_input() throws Exception {
        TestNightfill.remove(nightfill.home().resolve("feeds/2026-11-22"));

        restored.run(SUNDAY, AFTER).with(0);

        assertThat(nightfill.home().resolve("feeds/2026-11-22/run-1/batches.csv"))
                .exists();
    }

    @Soak
    @Test
    void feeds_that_are_gone_are_told_by_name_and_hash() throws Exception {
        Path kept = nightfill.home().resolve("feeds/2026-11-21/run-1/batches.csv");
        Path aside = Files.move(kept, root.resolve("aside"));
        Map<String, String> before = output();

        Ended ended = restored.run(SUNDAY, AFTER).with(3);

        assertThat(ended.error())
                .contains(
                        "2026-11-21 run 1 cannot be run again",
                        kept.toString(),
                        nightfill.input().resolve("2026-11-21/batches.csv").toString(),
                        "SHA-256");
        assertThat(output()).isEqualTo(before);
        assertThat(query(backup, RUNS)).hasSize(1);
        Files.move(aside, kept);
        restored.run(SUNDAY, AFTER).with(0);
    }

    @ParameterizedTest
    @Sampled(of = {"stock.csv", "report.html", "MANIFEST.sha256"})
    void reports_that_were_altered_are_refused_by_name_and_stay(String name) throws Exception {
        Path altered = nightfill.reports("2026-11-22/run-1").resolve(name);
        byte[] right = Files.readAllBytes(altered);
        Files.writeString(altered, Files.readString(altered) + "\n");
        Map<String, String> before = output();

        Ended ended = restored.run(SUNDAY, AFTER).with(3);

        assertThat(ended.error())
                .contains(altered.resolveSibling("").normalize() + " exists already, but", name + " differs");
        assertThat(output()).isEqualTo(before);
        assertThat(query(backup, "select state from run where business_date = '2026-11-22'"))
                .containsExactly("ABANDONED");
        assertThat(restored.nightfill("abandon").with(3).error()).contains("no run is unfinished");
        assertThat(nightfill.home().resolve("feeds/2026-11-22/run-1/batches.csv"))
                .exists();
        assertThat(restored.run(SUNDAY).with(3).error()).contains(AFTER);
        Files.write(altered, right);
        restored.run(SUNDAY, AFTER).with(0);
    }

    @Soak
    @Test
    void reports_too_many_or_too_few_are_refused_by_name() throws Exception {
        Path more = Files.writeString(nightfill.reports("2026-11-22/run-1").resolve("more.csv"), "");
        assertThat(restored.run(SUNDAY, AFTER).with(3).error()).contains("more.csv does not belong there");

        Files.delete(more);
        Path aside = Files.move(nightfill.reports("2026-11-22/run-1/rejects.csv"), root.resolve("aside"));
        assertThat(restored.run(SUNDAY, AFTER).with(3).error()).contains("rejects.csv is missing there");

        Files.move(aside, nightfill.reports("2026-11-22/run-1/rejects.csv"));
        restored.run(SUNDAY, AFTER).with(0);
    }

    @Soak
    @Test
    void a_summary_that_was_altered_is_refused_by_name() throws Exception {
        Files.writeString(nightfill.reports("2026-11-22/run-1/summary.json"), "{}");

        assertThat(restored.run(SUNDAY, AFTER).with(3).error()).contains("2026-11-22/run-1", "summary.json");
        assertThat(query(backup, RUNS)).hasSize(1);
    }

    @Soak
    @Test
    void a_gap_in_what_output_shows_is_refused() throws Exception {
        TestNightfill.remove(nightfill.reports(SATURDAY));

        assertThat(restored.run(SUNDAY, AFTER).with(3).error())
                .contains("2026-11-22/run-1", "no chain of runs", "2026-11-20 run 1");
    }

    @Soak
    @ParameterizedTest
    @Sampled(of = {"decided", "accepted_feed", "report"})
    void killed_in_the_middle_it_goes_on(String where) throws Exception {
        Map<String, String> before = output();
        try (HeldTable held = HeldTable.of(backup, where);
                Child night = restored.startRun(SUNDAY, AFTER)) {
            held.awaitNight();
            night.signal("KILL");
            night.await().with(137);
        }
        assertThat(restored.run(SUNDAY).with(3).error()).contains(AFTER);

        restored.run(SUNDAY, AFTER).with(0);

        assertThat(output()).isEqualTo(before);
        assertThat(query(backup, "select count(*) from run where state in ('FINISHED', 'REPLACED')"))
                .containsExactly("4");
    }

    @Soak
    @Test
    void what_a_night_was_ordered_to_bear_is_borne_again() throws Exception {
        nightfill.arrive(MONDAY, "batches.csv", BATCHES, "X1,CHAIR,much,");
        nightfill.arrive(MONDAY, "notes.txt", "ignored");
        nightfill.write(
                MONDAY, "order_lines.csv", Files.readString(nightfill.input().resolve(SATURDAY + "/order_lines.csv")));
        nightfill.with("NIGHTFILL_RELEASE_LIMIT", "0%,0");
        nightfill.arrive(MONDAY, "cancellations.csv", LINES);
        nightfill.run(MONDAY, "--accept-same-feed", "--max-rejects", "1").with(0);
        TestNightfill.remove(nightfill.input());

        restored.run(MONDAY, AFTER).with(0);

        assertThat(query(backup, "select accept_same_feed from run order by id").get(4))
                .isEqualTo("t");
    }

    @Soak
    @Test
    void what_was_published_already_stands_as_it_was() throws Exception {
        Path published = root.resolve("published");
        nightfill.run(SUNDAY, "--publish", published.toString()).with(0);
        Map<String, String> before = files(published, RestoredDatabaseIT::untouched);

        assertThat(restored.run(SUNDAY, AFTER, "--publish", published.toString())
                        .with(0)
                        .out())
                .contains("published: ");
        assertThat(files(published, RestoredDatabaseIT::untouched)).isEqualTo(before);
    }

    @Soak
    @Test
    void a_guard_that_came_later_does_not_judge_what_was_finished() {
        restored.with("NIGHTFILL_RELEASE_LIMIT", "0%,0");

        restored.run(SUNDAY, AFTER).with(0);
    }

    @Soak
    @Test
    void shrunk_feeds_that_were_accepted_are_not_judged_again() throws Exception {
        runShrunkMonday();
        assertThat(Files.readString(nightfill.reports(MONDAY + "/run-1/summary.json")))
                .contains("limit 1 %); accepted");
        Map<String, String> before = output();

        restored.run(MONDAY, AFTER).with(0);

        assertThat(output()).isEqualTo(before);
    }

    @Soak
    @Test
    void warnings_are_those_of_the_version_that_wrote_them() throws Exception {
        runShrunkMonday();
        edit(text ->
                text.replace("limit 1 %", "more than 1 %").replace("notes.txt is not a feed", "what is notes.txt"));
        Map<String, String> before = output();

        restored.run(MONDAY, AFTER).with(0);

        assertThat(output()).isEqualTo(before);
        assertThat(query(backup, "select accepted from run order by id").get(4)).isEqualTo("{SHRUNK_FEEDS}");
        assertThat(query(backup, "select text from warning where run_id = 5"))
                .anyMatch(text -> text.contains("more than 1 %"))
                .anyMatch(text -> text.contains("what is notes.txt"))
                .noneMatch(text -> text.contains("is not a feed"));
    }

    @Soak
    @Test
    void reports_of_a_version_that_did_not_say_what_was_accepted_come_out_without_it() throws Exception {
        runShrunkMonday();
        edit(text -> text.replaceAll("(?s)  \"accepted\" : \\[.*?],\n", ""));
        Map<String, String> before = output();
        assertThat(Files.readString(nightfill.reports(MONDAY + "/run-1/summary.json")))
                .doesNotContain("\"accepted\"");

        restored.run(MONDAY, AFTER).with(0);

        assertThat(output()).isEqualTo(before);
    }

    private void runShrunkMonday() {
        nightfill.arrive(MONDAY, "batches.csv", BATCHES, "B20261120,CHAIR,0,", "C20261120,CHAIR,0,");
        nightfill.arrive(MONDAY, "order_lines.csv", LINES, "M1,1,CHAIR,1");
        nightfill.arrive(MONDAY, "notes.txt", "ignored");
        nightfill.with("NIGHTFILL_RELEASE_LIMIT", "1%,1");
        nightfill.run(MONDAY, "--accept-shrunk-feeds").with(0);
    }

    /** Lets Monday's summary and page be as another version would have written them, and the manifest fit. */
    private void edit(UnaryOperator<String> words) throws IOException {
        Path run = nightfill.reports(MONDAY + "/run-1");
        Path manifest = run.resolve("MANIFEST.sha256");
        for (String name : List.of("summary.json", "report.html")) {
            Path file = run.resolve(name);
            String before = ContentReader.sha256(file);
            Files.writeString(file, words.apply(Files.readString(file)));
            Files.writeString(manifest, Files.readString(manifest).replace(before, ContentReader.sha256(file)));
        }
    }

    @Test
    void an_emptied_database_is_refused_with_both_identities_and_is_not_led_on() throws Exception {
        try (TestDatabase emptied = TestDatabase.create()) {
            Map<String, String> before = output();
            Installation other = Installation.on(emptied, root);

            for (Ended ended :
                    List.of(other.run(FRIDAY), other.run(FRIDAY, AFTER), other.run(SUNDAY, AFTER, "--pending"))) {
                assertThat(ended.with(3).error())
                        .contains(
                                Files.readString(nightfill.reports(".nightfill-database"))
                                        .strip(),
                                AFTER)
                        .contains(query(emptied, "select database_id from identity"));
            }
            assertThat(output()).isEqualTo(before);
        }
    }

    @Soak
    @Test
    void a_database_that_was_unfinished_ends_with_the_reports_that_stand() throws Exception {
        nightfill.arriveMixed(MONDAY);
        stopInAllocation(MONDAY);
        backUp();
        nightfill.run(MONDAY).with(0);
        Map<String, String> before = output();

        assertThat(restored.nightfill("abandon").with(3).error())
                .contains("2026-11-23/run-1", "exist already", "run it again");
        restored.run(MONDAY).with(0);

        assertThat(output()).isEqualTo(before);
        restored.nightfill("audit").with(0);
    }

    @Soak
    @Test
    void an_unfinished_run_that_builds_on_what_was_corrected_since_is_not_taken_for_the_one_that_stands()
            throws Exception {
        nightfill.arriveMixed(MONDAY);
        stopInAllocation(MONDAY);
        backUp();
        nightfill.nightfill("abandon").with(0);
        nightfill.arriveMixed(SUNDAY);
        nightfill.run(SUNDAY, "--correction").with(0);
        nightfill.run(MONDAY).with(0);
        Map<String, String> before = output();

        restored.run(MONDAY, AFTER).with(0);

        assertThat(output()).isEqualTo(before);
        restored.nightfill("audit").with(0);
    }

    @Soak
    @Test
    void a_database_whose_unfinished_run_was_abandoned_since_neither_goes_on_with_it_nor_undoes_what_stands()
            throws Exception {
        nightfill.arriveMixed(MONDAY);
        stopInAllocation(MONDAY);
        backUp();
        nightfill.nightfill("abandon").with(0);
        nightfill.arrive(MONDAY, "order_lines.csv", LINES, "OTHER,1,CHAIR,2");
        nightfill.run(MONDAY).with(0);
        Map<String, String> before = output();

        assertThat(restored.run(MONDAY).with(3).error()).contains("2026-11-23/run-1", AFTER);
        assertThat(restored.nightfill("abandon").with(3).error()).contains("2026-11-23/run-1");
        assertThat(output()).isEqualTo(before);

        assertThat(restored.run(MONDAY, AFTER).with(0).err()).contains("2026-11-23 run 1", "was abandoned");
        assertThat(output()).isEqualTo(before);
        assertThat(query(backup, "select state from run where business_date = '2026-11-23' order by id"))
                .containsExactly("ABANDONED", "FINISHED");
        restored.nightfill("audit").with(0);
    }

    @Soak
    @Test
    void a_correction_that_was_unfinished_is_undone_where_another_was_run() throws Exception {
        nightfill.arriveMixed(SUNDAY);
        stopInAllocation(SUNDAY, "--correction");
        backUp();
        nightfill.nightfill("abandon").with(0);
        nightfill.arriveSmall(MONDAY);
        nightfill.run(MONDAY).with(0);
        Map<String, String> before = output();

        restored.run(MONDAY, AFTER).with(0);

        assertThat(output()).isEqualTo(before);
        assertThat(query(
                        backup,
                        RUNS.replace("'ALLOCATING', 'FINISHED', 'REPLACED'", "'FINISHED'")
                                .replace("after_restore", "1")))
                .isEqualTo(query(
                        database,
                        RUNS.replace("'ALLOCATING', 'FINISHED', 'REPLACED'", "'FINISHED'")
                                .replace("after_restore", "1")));
    }

    private void backUp() {
        backup = database.copy();
        backups.add(backup);
        restored = Installation.on(backup, root);
    }

    /** Every file of OUTPUT with its bytes and the time of its last change: none may be touched. */
    private Map<String, String> output() throws IOException {
        return files(nightfill.reports(""), RestoredDatabaseIT::untouched);
    }

    private static String untouched(Path file) throws IOException {
        return Files.readString(file).hashCode() + " " + Files.getLastModifiedTime(file);
    }

    private Map<String, String> hashes() throws IOException {
        return files(
                nightfill.reports(""),
                file -> Integer.toString(Files.readString(file).hashCode()));
    }

    private static Map<String, String> files(Path reports, Telling telling) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(reports)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = reports.relativize(file).toString();
                files.put(name, name.equals(".nightfill-database") ? Files.readString(file) : telling.of(file));
            }
        }
        return files;
    }

    private interface Telling {

        String of(Path file) throws IOException;
    }
}
