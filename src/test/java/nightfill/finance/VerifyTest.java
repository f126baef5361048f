package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightfill.harness.Ended;
import nightfill.harness.Installation;
import nightfill.harness.MadeUpRuns;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code verify} finds in a directory. */
class VerifyTest {

    private static final String ONE = "2026-11-20/run-1";
    private static final String TWO = "2026-11-21/run-1";
    private static final String TWO_MENDED = "2026-11-21/run-2";
    private static final String THREE = "2026-11-22/run-1";

    @TempDir
    Path root = Path.of("");

    private Path published = root;

    @BeforeEach
    void publish() throws IOException {
        published = root.resolve("published");
        new MadeUpRuns(published).addNights();
    }

    @Test
    void a_published_directory_that_is_whole_is_counted() throws IOException {
        Ended ended = verify(published).with(0);

        long bytes = 0;
        for (String run : List.of(ONE, TWO, TWO_MENDED, THREE)) {
            bytes += Files.size(path(run + "/stock.csv")) + Files.size(path(run + "/summary.json"));
        }
        assertThat(ended.out()).isEqualTo("4 runs, 8 files, %,d bytes: all whole%n".formatted(bytes));
        assertThat(ended.err()).isEmpty();
        assertThat(new Installation(root).home()).doesNotExist();
    }

    @Test
    void a_run_is_verified_with_the_chain_behind_it() {
        assertThat(verify(path(THREE)).with(0).out()).startsWith("1 run, 2 files, ");
        assertThat(verify(path(THREE)).err()).isEmpty();
    }

    @Test
    void a_directory_may_be_named_by_a_link() throws IOException {
        Path link = Files.createSymbolicLink(root.resolve("link"), published);

        verify(link).with(0);
        verify(link.resolve(THREE)).with(0);
    }

    @Test
    void any_directory_with_a_manifest_is_verified() throws IOException {
        Path any = Files.createDirectories(root.resolve("any/below"));
        Files.writeString(any.resolve("grüße.txt"), "x");
        Files.writeString(any.resolve("empty"), "");
        Files.createDirectory(any.resolve("empty directory"));
        MadeUpRuns.writeManifest(any.resolve(".."));

        assertThat(verify(root.resolve("any")).with(0).out()).isEqualTo("2 files, 1 byte: all whole%n".formatted());
    }

    @Test
    void what_a_sync_has_not_put_in_its_place_yet_is_noted() throws IOException {
        Files.createDirectory(path(".nightfill-sync"));
        Files.writeString(path(".nightfill-sync/lock"), "");

        assertThat(verify(published).with(0).err()).contains("a sync is at work on the directory, or was killed");
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        Files.delete(path(ONE + "/stock.csv"));

        assertFaults(ONE + "/stock.csv: missing");
    }

    @Test
    void a_changed_file_is_named_with_both_hashes() throws IOException {
        String before = MadeUpRuns.sha256(path(ONE + "/stock.csv"));
        Files.writeString(path(ONE + "/stock.csv"), "altered");

        assertFaults("%s/stock.csv: changed: listed with SHA-256 %s, now %s"
                .formatted(ONE, before, MadeUpRuns.sha256(path(ONE + "/stock.csv"))));
    }

    @Test
    void unlisted_files_are_named_also_in_directories_below() throws IOException {
        Files.writeString(path(ONE + "/more.csv"), "");
        Files.createDirectories(path(ONE + "/a/b"));
        Files.writeString(path(ONE + "/a/b/li\nne"), "");

        assertFaults(
                ONE + "/a/b/li\u240Ane: not listed in " + ONE + "/MANIFEST.sha256",
                ONE + "/more.csv: not listed in " + ONE + "/MANIFEST.sha256");
    }

    @Test
    void a_file_listed_twice_is_named() throws IOException {
        alterManifestOf(THREE, lines -> lines + lines.lines().findFirst().orElseThrow() + "\n");

        assertFaults(THREE + "/MANIFEST.sha256: line 3: lists stock.csv twice");
    }

    @Test
    void a_path_that_leads_out_is_never_followed() throws IOException {
        Files.writeString(published.resolve("2026-11-22/outside"), "x");
        String hash = MadeUpRuns.sha256(published.resolve("2026-11-22/outside"));
        Files.delete(published.resolve("2026-11-22/outside"));
        alterManifestOf(THREE, lines -> lines + hash + "  ../outside\n");

        assertFaults(THREE + "/MANIFEST.sha256: line 3: a path that leads out of the directory: ../outside");
    }

    @Test
    void a_listed_file_that_is_a_link_is_a_fault_even_to_the_same_bytes() throws IOException {
        Files.move(path(ONE + "/stock.csv"), root.resolve("elsewhere"));
        Files.createSymbolicLink(path(ONE + "/stock.csv"), root.resolve("elsewhere"));

        assertFaults(ONE + "/stock.csv: is a link, which is not followed; listed as a file");
    }

    @Test
    void a_listed_file_behind_a_link_is_a_fault() throws IOException {
        Path any = Files.createDirectories(root.resolve("any/below")).resolveSibling("");
        Files.writeString(any.resolve("below/file"), "x");
        MadeUpRuns.writeManifest(any);
        Files.move(any.resolve("below"), root.resolve("elsewhere"));
        Files.createSymbolicLink(any.resolve("below"), root.resolve("elsewhere"));

        assertThat(verify(any).with(8).out().lines())
                .containsExactly(
                        "below/file: lies behind a link, which is not followed",
                        "below: is a link, which is not followed; not listed in MANIFEST.sha256");
    }

    @Test
    void what_is_neither_file_nor_directory_is_never_opened() throws Exception {
        Files.delete(path(ONE + "/stock.csv"));
        for (String name : List.of("/stock.csv", "/pipe")) {
            new ProcessBuilder("mkfifo", path(ONE + name).toString()).start().waitFor();
        }

        assertFaults(
                ONE + "/stock.csv: is neither a file nor a directory; listed as a file",
                ONE + "/pipe: is neither a file nor a directory; not listed in " + ONE + "/MANIFEST.sha256");
    }

    @Test
    void a_directory_in_the_place_of_a_file_is_a_fault() throws IOException {
        Files.delete(path(ONE + "/stock.csv"));
        Files.createDirectory(path(ONE + "/stock.csv"));

        assertFaults(ONE + "/stock.csv: is a directory, listed as a file");
    }

    @Test
    void a_manifest_that_is_a_link_is_no_manifest() throws IOException {
        Files.move(path(THREE + "/MANIFEST.sha256"), root.resolve("elsewhere"));
        Files.createSymbolicLink(path(THREE + "/MANIFEST.sha256"), root.resolve("elsewhere"));

        assertFaults(THREE + "/MANIFEST.sha256: is a link, which is not followed; no manifest");
    }

    @Test
    void a_manifest_that_is_not_utf_8_is_a_fault() throws IOException {
        Files.write(path(THREE + "/MANIFEST.sha256"), new byte[] {(byte) 0xE9, '\n'});

        assertFaults(THREE + "/MANIFEST.sha256: not UTF-8");
    }

    @Test
    void a_run_without_manifest_is_a_fault_and_breaks_the_chain() throws IOException {
        Files.delete(path(ONE + "/MANIFEST.sha256"));

        assertFaults(
                ONE + "/MANIFEST.sha256: missing, so nothing says what belongs beside it",
                TWO + ": its previous run " + ONE + " is not there",
                TWO_MENDED + ": its previous run " + ONE + " is not there");
    }

    @Test
    void a_gap_in_the_chain_is_a_fault() throws IOException {
        TestNightfill.remove(path(TWO_MENDED));

        assertFaults(THREE + ": its previous run " + TWO_MENDED + " is not there");
    }

    @Test
    void an_altered_run_is_found_by_those_behind_it_though_its_manifest_was_altered_too() throws IOException {
        Files.writeString(path(TWO_MENDED + "/stock.csv"), "altered");
        MadeUpRuns.writeManifest(path(TWO_MENDED));

        assertThat(verify(published).with(8).out())
                .contains(
                        THREE + ": its previous run " + TWO_MENDED + " is not the one that it names",
                        TWO_MENDED + "/summary.json: stock.csv has another SHA-256 in the manifest, or none");
    }

    @Test
    void a_summary_that_is_none_is_a_fault() throws IOException {
        for (String summary : List.of(
                "", "[]", "{}", "null", "{\"date\":\"2026-11-22\",\"run\":\"1\"}", "[".repeat(100_000), "\u0000")) {
            Files.writeString(path(THREE + "/summary.json"), summary);
            MadeUpRuns.writeManifest(path(THREE));

            assertFaults(THREE + "/summary.json: not the summary of a run");
        }
    }

    @Test
    void a_summary_that_names_a_thing_twice_is_a_fault() throws IOException {
        String summary = Files.readString(path(THREE + "/summary.json"));
        Files.writeString(path(THREE + "/summary.json"), summary.replaceFirst("\"run\":1", "\"run\":1,\"run\":1"));
        MadeUpRuns.writeManifest(path(THREE));

        assertFaults(THREE + "/summary.json: not the summary of a run");
    }

    @Test
    void a_run_in_the_place_of_another_is_a_fault() throws IOException {
        Files.move(path(THREE), path("2026-11-22/run-2"));

        assertThat(verify(published).with(8).out())
                .contains("2026-11-22/run-2: its summary speaks of 2026-11-22/run-1");
    }

    @Test
    void what_belongs_to_no_run_is_named() throws IOException {
        Files.writeString(path("note.txt"), "");
        Files.writeString(path("2026-11-20/note.txt"), "");
        Files.createDirectories(path("2026-11-20/run-01"));
        Files.writeString(path("2026-11-20/run-01/stock.csv"), "");
        Files.createDirectories(path("2026-02-30/run-1"));
        Files.writeString(path("2026-02-30/run-1/stock.csv"), "");
        Files.createDirectories(path("2026-11-23"));
        Files.createDirectories(path(".2026-11-24-run-1.9f2c"));
        Files.writeString(path(".2026-11-24-run-1.9f2c/stock.csv"), "");
        Files.createSymbolicLink(path("2026-11-24"), path("2026-11-20"));
        Files.createSymbolicLink(path("2026-11-20/run-2"), path(THREE));

        assertFaults(
                ".2026-11-24-run-1.9f2c: reports that were begun and are not published",
                "2026-02-30/run-1/stock.csv: belongs to no run",
                "2026-11-20/note.txt: belongs to no run",
                "2026-11-20/run-01/stock.csv: belongs to no run",
                "2026-11-20/run-2: is a link, which is not followed; belongs to no run",
                "2026-11-23: has no run",
                "2026-11-24: is a link, which is not followed; belongs to no run",
                "note.txt: belongs to no run");
    }

    /** Among what others left there, pruning removes runs. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-10/run-1/.DS_Store", "2026-11-10/run-1/@eaDir/stock.csv", "2026-11-10/.DS_Store"})
    void what_others_left_of_a_date_is_no_fault(String left) throws IOException {
        Files.createDirectories(path(left).resolveSibling(""));
        Files.writeString(path(left), "");

        assertThat(verify(published).with(0).err()).contains("warning: " + left + ": a program or a system left it");
    }

    @Test
    void a_run_without_the_others_is_whole_and_its_chain_is_not_followed() throws IOException {
        Path alone = root.resolve("copy").resolve(THREE);
        Files.createDirectories(alone.resolveSibling(""));
        Files.move(path(THREE), alone);
        Ended ended = verify(alone).with(0);
        assertThat(ended.err()).startsWith("warning: the chain is not followed any further: ");

        Path renamed = Files.move(alone, root.resolve("sunday"));
        assertThat(verify(renamed).with(0).err()).startsWith("warning: the directory is not called <date>/run-<n>");
    }

    @Test
    void a_run_is_not_whole_where_the_one_before_it_is_another() throws IOException {
        Files.writeString(path(ONE + "/stock.csv"), "altered");
        MadeUpRuns.writeManifest(path(ONE));

        assertThat(verify(path(THREE)).with(8).out())
                .contains(TWO_MENDED + ": its previous run " + ONE + " is not the one that it names");
    }

    @Test
    void the_chain_is_not_followed_through_an_altered_summary() throws IOException {
        Files.writeString(path(TWO_MENDED + "/summary.json"), "{}");

        assertThat(verify(path(THREE)).with(8).out().lines())
                .containsExactly(
                        TWO_MENDED + "/summary.json: not the one that the manifest lists; the chain ends there");
    }

    @Test
    void the_chain_is_not_followed_through_a_link() throws IOException {
        Files.move(path("2026-11-21"), root.resolve("elsewhere"));
        Files.createSymbolicLink(path("2026-11-21"), root.resolve("elsewhere"));

        assertThat(verify(path(THREE)).with(0).err()).startsWith("warning: the chain is not followed any further");
    }

    @Test
    void where_there_is_no_manifest_at_all_nothing_is_proved() throws IOException {
        Path empty = Files.createDirectory(root.resolve("empty"));

        assertThat(verify(empty).with(8).error()).contains(empty.toString(), "has no MANIFEST.sha256");
        assertThat(verify(root).with(8).error()).contains("has no MANIFEST.sha256");
    }

    @ParameterizedTest
    @CsvSource({"nowhere", "published/.nightfill-database"})
    void what_is_no_directory_is_wrong_usage(String name) {
        assertThat(verify(root.resolve(name)).with(2).error()).contains(name, "is not a directory");
    }

    @Test
    void faults_are_counted_in_one_line_that_says_what_to_do() throws IOException {
        Files.delete(path(ONE + "/stock.csv"));

        assertThat(verify(published).with(8).error())
                .contains(published + " is not whole: 1 fault, listed above; do not use");
    }

    @Test
    void whoever_interrupts_it_is_told_to_run_it_again_and_of_no_fault() throws IOException {
        // takes much longer to hash than to notice an interrupt
        try (RandomAccessFile large =
                new RandomAccessFile(path(ONE + "/stock.csv").toFile(), "rw")) {
            large.setLength(1L << 30);
        }
        Thread.currentThread().interrupt();
        Ended ended = verify(published).with(1);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.error()).contains(published + " cannot be read: it was interrupted; run it again to continue");
    }

    private void assertFaults(String... faults) {
        Ended ended = verify(published).with(8);
        assertThat(ended.out().lines()).containsExactlyInAnyOrder(faults);
        ended.error();
    }

    private void alterManifestOf(String run, java.util.function.UnaryOperator<String> change) throws IOException {
        Path manifest = path(run + "/MANIFEST.sha256");
        Files.writeString(manifest, change.apply(Files.readString(manifest)), StandardCharsets.UTF_8);
    }

    private Path path(String name) {
        return published.resolve(name);
    }

    private Ended verify(Path directory) {
        return new Installation(root).nightfill("verify", directory.toString());
    }
}
