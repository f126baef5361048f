package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import nightfill.harness.Ended;
import nightfill.harness.Installation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code nightfill sync} tells people, and its exit codes. */
class SyncCommandTest {

    @TempDir
    Path root;

    private Installation installation = new Installation(Path.of(""));

    @BeforeEach
    void install() throws IOException {
        // a database that nobody should ask for
        installation = new Installation(root).with("NIGHTFILL_DB_URL", "jdbc:postgresql://localhost:1/none");
        write("source/a", "1");
        write("source/b/c", "22");
        write("source/line\nend", "333");
        write("destination/x", "1");
        write("destination/gone", "g");
    }

    @Test
    void tells_in_short_what_it_did() throws IOException {
        Files.createSymbolicLink(root.resolve("source/link"), root);

        Ended ended = sync().with(0);

        assertThat(ended.out().lines())
                .containsExactly(
                        destination() + " is equal to " + root.resolve("source"),
                        "copied 2 (5 bytes), moved 1, deleted 1, unchanged 0, skipped 1",
                        "skipped: link (link)",
                        "manifest: " + manifest("00000001.json"));
        assertThat(root.resolve("destination/b/c")).hasContent("22");
        assertThat(sync().with(0).out()).contains("copied 0 (0 bytes), moved 0, deleted 0, unchanged 3");
    }

    @Test
    void an_empty_argument_is_no_directory() {
        assertThat(installation
                        .nightfill("sync", root.resolve("source").toString(), "")
                        .with(2)
                        .error())
                .contains("empty");
        assertThat(installation.nightfill("verify", "").with(2).error()).contains("empty");
    }

    @Test
    void a_dry_run_tells_one_action_a_line_and_changes_nothing() {
        Ended ended = sync("--dry-run").with(0);

        assertThat(ended.out().lines())
                .containsExactly(
                        "MOVE x -> a",
                        "COPY b/c",
                        "COPY line␊end",
                        "DELETE gone",
                        "would be: copied 2 (5 bytes), moved 1, deleted 1, unchanged 0, skipped 0");
        assertThat(root.resolve("destination/gone")).exists();
        assertThat(root.resolve("destination")).isDirectoryNotContaining("glob:**/.*");
        assertThat(installation.home()).doesNotExist();
    }

    @Test
    void a_manifest_goes_where_it_is_ordered_to() {
        Ended ended = sync("--manifest", root.resolve("record.json").toString()).with(0);

        assertThat(ended.out()).contains("manifest: " + root.resolve("record.json"));
        assertThat(root.resolve("record.json")).isNotEmptyFile();
        assertThat(installation.home()).doesNotExist();
    }

    @Test
    void what_cannot_be_written_is_told_and_may_pass() throws IOException {
        Files.createDirectories(root.resolve("home"));
        write("home/manifests", "in the way");

        assertThat(sync().with(1).error()).contains("manifests");
        assertThat(root.resolve("destination/gone")).exists();
        assertThat(root.resolve("destination/a")).doesNotExist();
    }

    @Test
    void a_refused_sync_says_what_to_do() {
        assertThat(sync("--max-delete", "0").with(3).error()).contains("1 of the 2 files", "--dry-run");
        assertThat(installation
                        .nightfill("sync", root.resolve("missing").toString(), destination())
                        .with(3)
                        .error())
                .contains(root.resolve("missing").toString(), "is not a directory");
    }

    @Test
    void a_destination_in_use_is_busy() throws IOException {
        Path staging = Files.createDirectories(root.resolve("destination/.nightfill-sync"));
        try (FileChannel lock =
                        FileChannel.open(staging.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(sync().with(4).error()).contains(destination(), "another sync");
        }
        sync().with(0);
        assertThat(staging).doesNotExist();
    }

    private Ended sync(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "sync";
        arguments[1] = root.resolve("source").toString();
        arguments[2] = destination();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return installation.nightfill(arguments);
    }

    private String destination() {
        return root.resolve("destination").toString();
    }

    private Path manifest(String name) throws IOException {
        try (var chains = Files.list(installation.home().resolve("manifests"))) {
            return chains.findFirst().orElseThrow().resolve(name);
        }
    }

    private void write(String path, String content) throws IOException {
        Files.createDirectories(root.resolve(path).resolveSibling(""));
        Files.writeString(root.resolve(path), content);
    }
}
