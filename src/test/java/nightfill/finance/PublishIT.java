package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nightfill.adapter.files.sync.FilesystemSyncFiles;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.SyncFiles;
import nightfill.application.sync.SyncRoute;
import nightfill.harness.Child;
import nightfill.harness.Ended;
import nightfill.harness.Installation;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.Sampled;
import nightfill.harness.Soak;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Reports on their way to where others read them. */
class PublishIT extends InstalledNightfill {

    private static final String ONE = "2026-11-20/run-1";
    private static final String TWO = "2026-11-21/run-1";

    private Path published = root;

    @BeforeEach
    void arrive() {
        published = root.resolve("published");
        nightfill.arriveMixed(FRIDAY);
        nightfill.arriveSmall(SATURDAY);
        nightfill.arriveSmall(SUNDAY);
    }

    @Test
    void a_night_is_published_and_published_again_it_acts_on_nothing() throws Exception {
        Ended first = run(FRIDAY).with(0);
        Map<String, String> before = stamps();

        Ended second = run(FRIDAY).with(0);

        assertThat(first.out()).contains("published: 2026-11-20 run 1 in " + published + " (");
        assertThat(first.err()).contains("publish ");
        assertThat(second.out()).contains("finished already", "published: " + published + " has every run already");
        assertThat(stamps()).isEqualTo(before);
        assertThat(files(published)).isEqualTo(files(output()));
        assertThat(syncManifest()).contains("\"date\" : \"2026-11-20\"", "\"run\" : 1");
    }

    @Test
    void what_is_published_is_whole_for_verify_and_for_sha256sum() throws Exception {
        run(FRIDAY).with(0);
        run(SATURDAY).with(0);
        nightfill.arrive(SATURDAY, "order_lines.csv", LINES, "O9,1,CHAIR,4");
        run(SATURDAY, "--correction").with(0);
        run(SUNDAY).with(0);

        assertThat(verify(published).with(0).out()).startsWith("4 runs, ");
        assertThat(verify(output()).with(0).out()).startsWith("4 runs, ");
        assertThat(verify(published.resolve("2026-11-22/run-1")).with(0).err()).isEmpty();
        for (String run : List.of(ONE, TWO, "2026-11-21/run-2", "2026-11-22/run-1")) {
            assertThat(sha256sum(published.resolve(run))).isZero();
        }
    }

    @Test
    void a_correction_is_published_beside_the_run_that_it_replaces() throws Exception {
        run(FRIDAY).with(0);
        Map<String, String> before = stamps();
        nightfill.arriveSmall(FRIDAY);

        assertThat(run(FRIDAY, "--correction").with(0).out()).contains("published: 2026-11-20 run 2 in ");

        assertThat(published.resolve("2026-11-20/run-2/MANIFEST.sha256")).exists();
        assertThat(stamps()).containsAllEntriesOf(before);
    }

    @Test
    void the_newest_published_run_altered_by_hand_is_refused_by_name_and_the_night_is_finished() throws Exception {
        run(FRIDAY).with(0);
        Files.writeString(published.resolve(ONE + "/stock.csv"), "altered");
        Map<String, String> before = files(published);

        Ended ended = run(SATURDAY).with(3);

        assertThat(ended.error())
                .contains("2026-11-21 run 1 is finished", published + "/" + ONE, "stock.csv was altered");
        assertThat(ended.out()).contains("2026-11-21 run 1 is finished; the books balance");
        assertThat(files(published)).isEqualTo(before);
        assertThat(publish().with(3).error()).contains(ONE, "stock.csv was altered");
        Files.copy(
                output().resolve(ONE + "/stock.csv"),
                published.resolve(ONE + "/stock.csv"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(publish().with(0).out()).contains("published: 2026-11-21 run 1 in ");
        verify(published).with(0);
    }

    @Test
    void a_file_too_many_or_too_few_in_the_newest_run_is_refused_by_name() throws Exception {
        run(FRIDAY).with(0);
        Files.writeString(published.resolve(ONE + "/more.csv"), "");
        assertThat(publish().with(3).error()).contains(ONE, "more.csv does not belong there");
        Files.delete(published.resolve(ONE + "/more.csv"));
        Files.move(published.resolve(ONE + "/stock.csv"), root.resolve("stock.csv"));
        assertThat(publish().with(3).error()).contains(ONE, "stock.csv is missing");

        Files.createSymbolicLink(published.resolve(ONE + "/stock.csv"), root.resolve("stock.csv"));
        assertThat(publish().with(3).error()).contains(ONE, "stock.csv was altered");
    }

    @Soak
    @Test
    void an_older_run_altered_by_hand_is_verifys_concern() throws Exception {
        run(FRIDAY).with(0);
        run(SATURDAY).with(0);
        Files.writeString(published.resolve(ONE + "/stock.csv"), "altered");

        run(SUNDAY).with(0);

        assertThat(verify(published).with(8).out().lines())
                .singleElement()
                .asString()
                .startsWith(ONE + "/stock.csv: changed");
        assertThat(sha256sum(published.resolve(ONE))).isNotZero();
    }

    @ParameterizedTest
    @Sampled(of = {"file", "file/below"})
    void a_dead_directory_leaves_the_night_finished_and_owed_to_the_next_run(String place) throws Exception {
        Path file = Files.writeString(root.resolve("file"), "");
        published = root.resolve(place);

        Ended ended = run(FRIDAY).with(1);

        assertThat(ended.error())
                .contains(
                        "2026-11-20 run 1 is finished; its reports are owed to " + published,
                        "remove what is in its place; then run nightfill publish (the next run publishes them too)");
        assertThat(ended.out()).contains("2026-11-20 run 1 is finished; the books balance");
        assertThat(nightfill.run(FRIDAY).with(1).out()).contains("finished already");
        assertThat(nightfill.run(SATURDAY).with(1).error()).contains("2026-11-21 run 1 is finished", "owed to");
        Files.delete(file);
        assertThat(nightfill.run(SATURDAY).with(0).out()).contains("published: 2 runs in " + published);
        assertThat(nightfill.run(SATURDAY).with(0).out()).doesNotContain("published");
        verify(published).with(0);
    }

    @Soak
    @Test
    void runs_that_stood_before_an_outage_are_not_looked_into_after_it() throws Exception {
        run(FRIDAY).with(0);
        run(SATURDAY).with(0);
        Files.writeString(published.resolve(ONE + "/stock.csv"), "altered");
        Files.move(published, root.resolve("away"));
        Files.writeString(published, "");
        run(SUNDAY).with(1);
        Files.delete(published);
        Files.move(root.resolve("away"), published);

        assertThat(nightfill.run(SUNDAY).with(0).out()).contains("published: 2026-11-22 run 1 in");
    }

    @Test
    void the_command_makes_up_for_what_is_owed_or_forgets_it() throws Exception {
        Path file = Files.writeString(published, "");
        run(FRIDAY).with(1);
        assertThat(publish("--forget").with(0).out()).contains(published + " is no longer owed anything");
        nightfill.run(FRIDAY).with(0);

        run(FRIDAY).with(1);
        Files.delete(file);
        publish().with(0);
        verify(published).with(0);
        assertThat(nightfill.run(FRIDAY).with(0).out()).doesNotContain("published");
    }

    @Soak
    @Test
    void a_published_run_that_is_gone_is_added_again() throws Exception {
        run(FRIDAY).with(0);
        run(SATURDAY).with(0);
        TestNightfill.remove(published.resolve("2026-11-20"));

        assertThat(publish().with(0).out()).contains("published: 2026-11-20 run 1 in");

        verify(published).with(0);
        TestNightfill.remove(published);
        assertThat(publish().with(0).out()).contains("published: 2 runs in");
    }

    @Test
    void a_busy_directory_leaves_the_night_finished_and_owed() throws Exception {
        Files.createDirectories(published);
        SyncFiles files = new FilesystemSyncFiles();
        try (SyncFiles.DestinationLock other = files.lock(new SyncRoute(root, published, Set.of()), new StopToken())) {
            assertThat(other).isNotNull();
            assertThat(run(FRIDAY).with(4).error()).contains("2026-11-20 run 1 is finished", "another sync is at work");
        }
        nightfill.run(FRIDAY).with(0);
        verify(published).with(0);
    }

    @Soak
    @Test
    void an_unfinished_run_is_owed_once_it_is_finished_and_never_published_before() throws Exception {
        stopInAllocation(FRIDAY, "--publish", published.toString());
        assertThat(published).doesNotExist();
        assertThat(publish().with(3).error()).contains("no run is finished yet");

        assertThat(nightfill.run(FRIDAY).with(0).out()).contains("published: 2026-11-20 run 1 in " + published);
    }

    @Soak
    @Test
    void reports_whose_run_was_never_noted_as_finished_are_not_published() throws Exception {
        run(FRIDAY).with(0);
        nightfill.run(SATURDAY).with(0);
        // as if killed between the rename and the commit
        execute(
                "update run set state = 'ALLOCATING', manifest_sha256 = null where number = 1 and business_date = '2026-11-21'");

        publish().with(0);

        assertThat(published.resolve(TWO)).doesNotExist();
    }

    @Soak
    @Test
    void nights_of_the_past_are_published_in_the_end_even_if_a_later_one_is_refused() throws Exception {
        nightfill.arrive(SUNDAY, "order_lines.csv", "orderid,sku", "1,CHAIR");

        Ended ended = run(SUNDAY, "--pending").with(3);

        assertThat(ended.error()).contains("order_lines.csv", "lacks the column qty");
        assertThat(ended.out()).contains("published: 2 runs in " + published);
        verify(published).with(0);
    }

    @Soak
    @Test
    void a_dead_directory_holds_back_no_night_of_the_past() throws Exception {
        Files.writeString(published, "");

        Ended ended = run(SUNDAY, "--pending").with(1);

        assertThat(ended.error()).contains("2026-11-22 run 1 is finished");
        assertThat(nightfill.reports("2026-11-22/run-1")).exists();
    }

    @Test
    void the_directory_of_another_database_is_refused_telling_both() throws Exception {
        run(FRIDAY).with(0);
        Map<String, String> before = files(published);
        try (TestDatabase other = TestDatabase.create()) {
            Installation installation = Installation.on(other, root.resolve("other"));
            installation.arriveSmall(FRIDAY);

            Ended ended =
                    installation.run(FRIDAY, "--publish", published.toString()).with(3);

            assertThat(ended.error())
                    .contains(
                            published.toString(),
                            Files.readString(published.resolve(".nightfill-database"))
                                    .strip());
            assertThat(ended.error())
                    .contains(Files.readString(installation.home().resolve("reports/.nightfill-database"))
                            .strip());
        }
        assertThat(files(published)).isEqualTo(before);
    }

    @Soak
    @Test
    void altered_reports_are_not_published() throws Exception {
        nightfill.run(FRIDAY).with(0);
        nightfill.run(SATURDAY).with(0);
        Files.writeString(output().resolve(ONE + "/rejects.csv"), "altered");
        assertThat(publish().with(3).error())
                .contains(output().resolve(ONE + "/rejects.csv").toString(), "put back the file");
        assertThat(published).doesNotExist();
    }

    @Soak
    @Test
    void reports_that_are_gone_from_output_are_not_published_and_told() throws Exception {
        nightfill.run(FRIDAY).with(0);
        nightfill.run(SATURDAY).with(0);
        TestNightfill.remove(output().resolve(ONE));
        assertThat(publish().with(0).err()).contains("note: not published", "the first of them 2026-11-20 run 1");
        assertThat(files(published)).containsKey(TWO + "/MANIFEST.sha256").doesNotContainKey(ONE + "/MANIFEST.sha256");

        TestNightfill.remove(output().resolve(TWO));
        assertThat(publish().with(3).error()).contains("the reports of 2026-11-21 run 1 are missing");
    }

    @ParameterizedTest
    @Sampled(
            first = 2,
            of = {"input", "home/reports/below", "input/below", "home/reports", "home", "", "home/feeds"})
    void a_directory_that_overlaps_with_others_is_refused_before_the_night(String place) throws Exception {
        published = root.resolve(place);

        assertThat(run(FRIDAY).with(3).error()).contains("overlap");

        assertThat(query("select count(*) from run")).containsExactly("0");
        nightfill.run(FRIDAY).with(0);
    }

    @Test
    void pruning_deletes_what_no_run_lists_and_nothing_else() throws Exception {
        run(FRIDAY).with(0);
        run(SATURDAY).with(0);
        Map<String, String> before = files(published);
        Files.writeString(published.resolve("note.txt"), "");
        Files.writeString(published.resolve(ONE + "/more.csv"), "");
        Files.createDirectories(published.resolve("2026-11-19/run-1"));
        Files.writeString(published.resolve("2026-11-19/run-1/stock.csv"), "");
        Files.createSymbolicLink(published.resolve("link"), output());
        publish().with(0);
        verify(published).with(8);

        assertThat(publish("--prune").with(0).out()).contains("pruned: 4 files deleted from " + published);

        assertThat(files(published)).isEqualTo(before);
        assertThat(published.resolve("2026-11-19")).doesNotExist();
        verify(published).with(0);
        assertThat(files(output())).isEqualTo(before);
    }

    @Test
    void pruning_deletes_runs_that_output_holds_no_more() throws Exception {
        run(FRIDAY).with(0);
        run(SATURDAY).with(0);
        run(SUNDAY).with(0);
        TestNightfill.remove(output().resolve("2026-11-20"));
        assertThat(publish().with(0).err()).doesNotContain("note");
        assertThat(published.resolve(ONE)).exists();

        publish("--prune").with(0);

        assertThat(files(published)).isEqualTo(files(output()));
        publish().with(0);
        assertThat(published.resolve(ONE)).doesNotExist();
    }

    @Test
    void pruning_too_much_is_refused() throws Exception {
        run(FRIDAY).with(0);
        run(SATURDAY).with(0);
        for (int i = 0; i < 40; i++) {
            Files.writeString(published.resolve("note" + i), "");
        }
        Map<String, String> before = files(published);

        assertThat(publish("--prune").with(3).error())
                .contains("40 of the", "the limit is 50 %; raise --max-delete if this is right");
        assertThat(publish("--prune", "--max-delete", "39").with(3).error()).contains("the limit is 39;");
        assertThat(files(published)).isEqualTo(before);

        publish("--prune", "--max-delete", "40").with(0);
        verify(published).with(0);
    }

    @Soak
    @Test
    void nothing_is_deleted_where_nothing_was_published() throws Exception {
        nightfill.run(FRIDAY).with(0);
        Files.createDirectories(published);
        Files.writeString(published.resolve("letter.txt"), "");

        assertThat(publish("--prune", "--max-delete", "100%").with(3).error()).contains("not a publish directory");

        assertThat(published.resolve("letter.txt")).exists();
    }

    @Test
    void a_publication_killed_midway_is_completed_by_the_next() throws Exception {
        nightfill.run(FRIDAY).with(0);
        nightfill.run(SATURDAY).with(0);
        nightfill.run(SUNDAY).with(0);
        try (Child publication = nightfill.start(List.of(), "publish", published.toString())) {
            await().atMost(Duration.ofSeconds(60))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> Files.exists(published) || !publication.isAlive());
            publication.signal("KILL");
            publication.await();
        }

        publish().with(0);

        assertThat(files(published)).isEqualTo(files(output()));
        verify(published).with(0);
    }

    @Soak
    @Test
    void a_run_left_without_its_manifest_is_completed() throws Exception {
        run(FRIDAY).with(0);
        Files.createDirectories(published.resolve(TWO));
        nightfill.run(SATURDAY).with(0);
        Files.copy(output().resolve(TWO + "/stock.csv"), published.resolve(TWO + "/stock.csv"));

        publish().with(0);

        verify(published).with(0);
    }

    @Soak
    @Test
    void a_run_of_foreign_content_is_refused_even_without_a_manifest() throws Exception {
        run(FRIDAY).with(0);
        Files.createDirectories(published.resolve(TWO));
        Files.writeString(published.resolve(TWO + "/stock.csv"), "foreign");

        assertThat(run(SATURDAY).with(3).error()).contains(TWO, "stock.csv was altered");

        assertThat(files(published))
                .containsEntry(TWO + "/stock.csv", "foreign")
                .hasSize(files(output()).size() / 2 + 2);
    }

    @Soak
    @Test
    void a_publication_killed_before_it_was_noted_is_noted_by_the_next() throws Exception {
        run(FRIDAY).with(0);
        execute("update publication set stands = false");
        Map<String, String> before = stamps();

        nightfill.run(FRIDAY).with(0);

        assertThat(stamps()).isEqualTo(before);
        assertThat(query("select stands from publication")).containsExactly("t");
    }

    private Path output() {
        return nightfill.home().resolve("reports");
    }

    private Ended run(String date, String... more) {
        return nightfill.run(
                date,
                Stream.concat(Stream.of("--publish", published.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Ended publish(String... more) {
        return nightfill.nightfill(Stream.concat(Stream.of("publish", published.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private Ended verify(Path directory) {
        return nightfill.nightfill("verify", directory.toString());
    }

    private static int sha256sum(Path directory) throws Exception {
        return new ProcessBuilder("sha256sum", "-c", "--strict", "--quiet", "MANIFEST.sha256")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private String syncManifest() throws IOException {
        try (Stream<Path> manifests = Files.walk(nightfill.home().resolve("manifests"))) {
            return Files.readString(manifests
                    .filter(Files::isRegularFile)
                    .reduce((one, other) -> one.compareTo(other) > 0 ? one : other)
                    .orElseThrow());
        }
    }

    /** Every file as text, by its path. */
    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(path).toString(), Files.readString(path, StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** When every published file was made, and which it is. */
    private Map<String, String> stamps() throws IOException {
        Map<String, String> stamps = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(published)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                stamps.put(
                        path.toString(), Files.getAttribute(path, "unix:ino") + " " + Files.getLastModifiedTime(path));
            }
        }
        return stamps;
    }
}
