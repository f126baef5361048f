package nightfill.adapter.files.sync;

import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import nightfill.application.sync.Tree.Skipped;
import nightfill.domain.proof.Content;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What lies in wait for a sync in a file system. */
class SyncHazardsTest {

    @TempDir
    Path root;

    private TwoDirectories two = new TwoDirectories(Path.of(""));

    @BeforeEach
    void lay() {
        two = new TwoDirectories(root);
    }

    @Test
    @Timeout(20)
    void links_pipes_and_sockets_of_the_source_are_neither_followed_nor_opened_but_told() throws Exception {
        two.with("source/a=1", "outside/secret=s", "destination/link/x=2");
        Files.createSymbolicLink(two.source().resolve("link"), root.resolve("outside"));
        Files.createSymbolicLink(two.source().resolve("file-link"), root.resolve("outside/secret"));
        Files.createSymbolicLink(two.source().resolve("nowhere"), root.resolve("nothing"));
        run("mkfifo", two.source().resolve("pipe").toString());
        Path socket = two.source().resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));

            assertThat(two.sync().skipped())
                    .containsExactly(
                            new Skipped("file-link", "link"),
                            new Skipped("link", "link"),
                            new Skipped("nowhere", "link"),
                            new Skipped("pipe", "pipe"),
                            new Skipped("socket", "socket"));
        }
        assertThat(TwoDirectories.everythingIn(two.destination())).isEqualTo(Map.of("", "directory", "a", "file 1"));
    }

    @Test
    void a_name_that_the_destination_cannot_carry_keeps_no_other_file_away() {
        two.with("source/a=1", "source/long=2", "source/z=3", "destination/old=9");
        two.through(new FileOperations() {
            @Override
            public void rename(Entry from, Entry to) throws IOException {
                boolean named = to.name().equals("long");
                super.rename(from, named ? new Entry(to.directory(), "long".repeat(64)) : to);
            }
        });

        assertFailed("destination/long: File name too long; all other files were copied");

        assertThat(TwoDirectories.filesIn(two.destination()).keySet()).containsExactly("a", "old", "z");
    }

    @Test
    void a_path_may_be_longer_than_what_the_system_takes_in_one() throws IOException {
        // five characters shorter than below the destination, where it is too long
        int left = 4093 - two.source().toString().length() - 1;
        String longest = ("d".repeat(199) + "/").repeat(left / 200) + "f".repeat(left % 200);
        two.with("source/" + longest + "=2", "destination/old=9");

        two.sync();

        try (OpenDirectory destination = OpenDirectory.of(two.destination())) {
            String copied = Entry.at(destination, longest, it -> it.reading(Files::readString));
            // what clears up after tests takes no such path
            new Entry(destination, "d".repeat(199)).remove();
            assertThat(copied).isEqualTo("2");
        }
        assertThat(two.destination()).isEmptyDirectory();
    }

    @Test
    void such_a_name_keeps_only_the_manifests_around_it_away_and_no_room_from_being_made() {
        two.with(
                "source/MANIFEST.sha256=all",
                "source/a/MANIFEST.sha256=a",
                "source/a/first=1",
                "source/b/MANIFEST.sha256=b",
                "source/b/bad=2",
                "source/c/MANIFEST.sha256=c",
                "source/c/last=3",
                "source/was-file/x=4",
                "destination/MANIFEST.sha256=old",
                "destination/c/MANIFEST.sha256=old",
                "destination/c/old=5",
                "destination/d/MANIFEST.sha256=old",
                "destination/d/old=6",
                "destination/was-file=7");
        two.through(new FileOperations() {
            @Override
            public void rename(Entry from, Entry to) throws IOException {
                if (to.place().endsWith("b/bad")) {
                    throw new FileSystemException(to.place().toString(), null, "File name too long");
                }
                super.rename(from, to);
            }
        });

        assertFailed(
                "destination/b/bad: File name too long; all other files were copied, but for each MANIFEST.sha256 above it");

        assertThat(TwoDirectories.filesIn(two.destination()))
                .isEqualTo(Map.of(
                        "a/MANIFEST.sha256", "file a",
                        "a/first", "file 1",
                        "c/last", "file 3",
                        "c/old", "file 5",
                        "d/MANIFEST.sha256", "file old",
                        "d/old", "file 6",
                        "was-file/x", "file 4"));
    }

    @Test
    void a_device_is_called_one() throws IOException {
        try (OpenDirectory devices = OpenDirectory.of(Path.of("/dev"))) {
            assertThat(TreeScan.of(devices, Set.of("null")).others()).isEqualTo(Map.of("null", "device"));
        }
    }

    @Test
    void a_link_in_the_destination_is_replaced_and_never_written_through() throws IOException {
        two.with("source/a=1", "source/b=2", "outside/a=old", "destination/z=9");
        Files.createSymbolicLink(two.destination().resolve("a"), root.resolve("outside/a"));
        Files.createSymbolicLink(two.destination().resolve("b"), root.resolve("outside/new"));

        two.sync();

        assertThat(TwoDirectories.everythingIn(two.destination())).isEqualTo(TwoDirectories.everythingIn(two.source()));
        assertThat(TwoDirectories.everythingIn(root.resolve("outside")))
                .isEqualTo(Map.of("", "directory", "a", "file old"));
    }

    @Test
    void a_link_in_place_of_a_directory_is_replaced_and_never_written_through() throws IOException {
        two.with("source/a/b/c=1", "outside/b/c=old", "destination/z=9");
        Files.createSymbolicLink(two.destination().resolve("a"), root.resolve("outside"));

        two.sync();

        assertThat(TwoDirectories.everythingIn(two.destination())).isEqualTo(TwoDirectories.everythingIn(two.source()));
        assertThat(root.resolve("outside/b/c")).hasContent("old");
    }

    @Test
    void links_and_pipes_that_only_the_destination_has_are_deleted_and_what_they_lead_to_stays() throws Exception {
        two.with("source/a=1", "outside/x=old", "destination/a=1");
        Files.createSymbolicLink(two.destination().resolve("l"), root.resolve("outside"));
        run("mkfifo", two.destination().resolve("pipe").toString());

        two.sync();

        assertThat(TwoDirectories.filesIn(root))
                .containsEntry("outside/x", "file old")
                .doesNotContainKeys("destination/l", "destination/pipe");
    }

    @Test
    void a_link_on_the_way_to_the_scope_is_not_followed_either() throws IOException {
        two.with("source/d/run/a=1", "outside/run/a=old", "destination/z=9");
        Files.createSymbolicLink(two.destination().resolve("d"), root.resolve("outside"));

        two.sync(two.within("d/run"));

        assertThat(TwoDirectories.filesIn(two.destination())).isEqualTo(Map.of("d/run/a", "file 1", "z", "file 9"));
        assertThat(root.resolve("outside/run/a")).hasContent("old");
    }

    @Test
    void a_file_that_changes_while_it_is_read_is_noticed_and_not_put_in_place() {
        two.with("source/a=1", "source/b=22", "destination/b=old", "destination/gone=x");
        two.through(new FileOperations() {
            @Override
            public Content copy(ContentReader reader, Entry source, Entry target) throws IOException {
                Files.writeString(two.source().resolve("b"), "23");
                return super.copy(reader, source, target);
            }
        });

        assertFailed("source/b", "changed while it was read");
        assertThat(TwoDirectories.filesIn(two.destination()))
                .containsEntry("b", "file old")
                .containsEntry("gone", "file x")
                .allSatisfy((path, content) -> assertThat(path).doesNotStartWith(".nightfill"));
    }

    @Test
    @Timeout(20)
    void a_file_that_turns_into_a_pipe_or_a_link_is_not_opened() throws Exception {
        two.with("source/a=1");
        two.through(new FileOperations() {
            @Override
            public Content copy(ContentReader reader, Entry source, Entry target) throws IOException {
                Files.delete(source.place());
                Files.move(root.resolve("other"), source.place());
                return super.copy(reader, source, target);
            }
        });

        run("mkfifo", root.resolve("other").toString());
        assertFailed("source/a: it is not a file");
        two.with("source/b=1");
        Files.move(two.source().resolve("b"), two.source().resolve("a"), StandardCopyOption.REPLACE_EXISTING);
        Files.createSymbolicLink(root.resolve("other"), root.resolve("home"));
        assertFailed("source/a: it is not a file");
        assertThat(two.destination().resolve("a")).doesNotExist();
    }

    @Test
    void a_file_that_cannot_be_read_fails_the_sync_by_name_and_nothing_is_deleted() {
        two.with("source/a=1", "source/b=2", "destination/gone=x");
        two.through(new FileOperations() {
            @Override
            public Content copy(ContentReader reader, Entry source, Entry target) throws IOException {
                if (source.place().endsWith("b")) {
                    throw new AccessDeniedException(source.place().toString());
                }
                return super.copy(reader, source, target);
            }
        });

        assertFailed("no permission for", "source/b");
        assertThat(two.destination().resolve("gone")).exists();
    }

    @Test
    void after_a_failure_no_further_copy_is_begun() {
        for (int file = 100; file < 300; file++) {
            two.with("source/" + file + "=1");
        }
        CountDownLatch failed = new CountDownLatch(1);
        two.through(new FileOperations() {
            @Override
            public Content copy(ContentReader reader, Entry source, Entry target) throws IOException {
                if (source.place().endsWith("100")) {
                    failed.countDown();
                    throw new IOException("disk full");
                }
                await(failed);
                return super.copy(reader, source, target);
            }
        });

        assertFailed("disk full");
        assertThat(TwoDirectories.filesIn(two.destination())).hasSizeLessThan(100);
    }

    private static void await(CountDownLatch latch) throws InterruptedIOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /** As where it is mounted there, which takes an administrator. */
    @Test
    void a_directory_is_found_below_another_one_by_what_it_is() throws IOException {
        two.with("source/sub/a=1", "destination/b=1");

        assertThat(TreeScan.holds(two.source(), two.source().resolve("sub"))).isTrue();
        assertThat(TreeScan.holds(two.source(), two.destination())).isFalse();
        assertThat(TreeScan.holds(two.source(), two.source().resolve("none"))).isFalse();
    }

    @Test
    void a_name_that_cannot_be_told_is_refused_rather_than_lost() throws Exception {
        two.with("source/a=1");
        run("sh", "-c", "touch \"$0/$(printf 'b\\377')\"", two.source().toString());

        assertThat(said(refused(() -> two.sync())))
                .contains("has characters that cannot be written in", "; USE_UTF8, rename the file");
        assertThat(two.destination()).doesNotExist();
    }

    /** Wherever it is found first. */
    @Test
    void such_a_name_in_the_destination_is_told_too() throws Exception {
        two.with("source/a=1", "destination/d/a=1");
        run(
                "sh",
                "-c",
                "touch \"$0/$(printf 'b\\377')\"",
                two.destination().resolve("d").toString());

        assertThat(said(refused(() -> two.sync())))
                .contains("the name of " + two.destination().resolve("d/b"), "has characters that cannot be written");
    }

    @Test
    void such_a_name_of_what_a_sync_left_holds_nothing_up() throws Exception {
        two.with("source/a=1", "destination/.nightfill-sync/1=left");
        String staging = two.destination().resolve(".nightfill-sync").toString();
        run("sh", "-c", "mkdir \"$0/$(printf '\\377')\" && touch \"$0/$(printf '\\377/\\376')\"", staging);

        two.sync();

        assertThat(TwoDirectories.everythingIn(two.destination())).isEqualTo(Map.of("", "directory", "a", "file 1"));
    }

    @Test
    void the_staging_directories_of_other_syncs_are_no_part_of_a_tree() throws IOException {
        two.with(
                "source/a=1", "source/.nightfill-sync/1=left", "destination/.nightfill-sync/1=left", "destination/b=2");

        assertThat(two.sync().skipped()).containsExactly(new Skipped(".nightfill-sync", "staging directory of syncs"));
        assertThat(TwoDirectories.everythingIn(two.destination())).isEqualTo(Map.of("", "directory", "a", "file 1"));
    }

    @Test
    void a_link_in_place_of_the_staging_directory_is_refused() throws IOException {
        two.with("source/a=1", "destination/b=1", "outside/x=1");
        Files.createSymbolicLink(two.destination().resolve(".nightfill-sync"), root.resolve("outside"));

        assertThat(said(refused(() -> two.sync()))).contains(".nightfill-sync is not a directory", "; remove it");
        assertThat(TwoDirectories.filesIn(root.resolve("outside"))).isEqualTo(Map.of("x", "file 1"));
        assertThat(TwoDirectories.filesIn(two.destination())).isEqualTo(Map.of("b", "file 1"));
    }

    @Test
    void a_file_that_appears_in_the_destination_meanwhile_stays_with_its_directory() {
        two.with("source/a=1", "destination/d/x=2");
        two.through(new FileOperations() {
            @Override
            public void rename(Entry from, Entry to) throws IOException {
                super.rename(from, to);
                Files.writeString(two.destination().resolve("d/new"), "9");
            }
        });

        two.sync();

        assertThat(TwoDirectories.filesIn(two.destination())).isEqualTo(Map.of("a", "file 1", "d/new", "file 9"));
    }

    private void assertFailed(String... told) {
        assertThat(failed(() -> two.sync()).what()).contains(told);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command)).inheritIO().start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
