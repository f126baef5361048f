package nightfill.adapter.files;

import static nightfill.application.problem.Problems.notReady;
import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class InboxTest {

    private static final String ROWS = "orderid,sku,qty\n";

    /** Holds a lease on a file until it is told to end. */
    private static final String LESSEE = """
            import fcntl, os, signal, sys
            signal.signal(signal.SIGIO, signal.SIG_IGN)
            file = os.open(sys.argv[1], os.O_RDWR)
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
            print("ready", flush=True)
            sys.stdin.read()
            """;

    private final Inbox inbox = new Inbox(List.of());

    @TempDir
    private Path root;

    private Path night = Path.of("");
    private Path feed = Path.of("");
    private Path elsewhere = Path.of("");

    @BeforeEach
    void furnish() throws IOException {
        night = Files.createDirectories(root.resolve("input/2026-11-20"));
        feed = night.resolve("cancellations.csv");
        elsewhere = Files.createDirectory(root.resolve("input and more"));
        Files.writeString(elsewhere.resolve("secret"), "hunter2\n");
    }

    @Test
    void a_file_that_lies_there_is_read_as_it_was_when_it_was_opened() throws IOException {
        Files.writeString(feed, ROWS);
        String text = inbox.looking(feed, held -> {
            Files.delete(feed);
            Files.createSymbolicLink(feed, elsewhere.resolve("secret"));
            return Files.readString(held);
        });
        assertThat(text).isEqualTo(ROWS);
    }

    @Test
    void links_may_lead_to_what_lies_below_the_place_itself() throws IOException {
        Path shared = Files.createDirectory(root.resolve("input/shared"));
        Files.writeString(shared.resolve("feed"), ROWS);
        Files.createSymbolicLink(feed, Path.of("../shared/feed"));
        Files.createSymbolicLink(root.resolve("input/2026-11-21"), shared);
        Files.createSymbolicLink(root.resolve("linked input"), root.resolve("input"));

        assertThat(read(feed)).isEqualTo(ROWS);
        assertThat(read(root.resolve("linked input/2026-11-21/feed"))).isEqualTo(ROWS);
        assertThat(names(root.resolve("input/2026-11-21"))).containsExactly("feed");
    }

    @Test
    void a_config_map_is_laid_out_by_links() throws IOException {
        Path version = Files.createDirectory(night.resolve("..2026_11_20_22_00_00.1"));
        Files.writeString(version.resolve("cancellations.csv"), ROWS);
        Files.createSymbolicLink(night.resolve("..data"), version.getFileName());
        Files.createSymbolicLink(feed, Path.of("..data/cancellations.csv"));

        assertThat(read(feed)).isEqualTo(ROWS);
    }

    @Test
    void a_link_that_leads_out_is_refused_and_nothing_is_said_of_what_it_leads_to() throws IOException {
        Files.createSymbolicLink(feed, elsewhere.resolve("secret"));

        assertThat(said(refused(() -> read(feed))))
                .isEqualTo("%s leads, by a link, out of %s; put there what it leads to, NAME_ROOT"
                        .formatted(feed, root.resolve("input")));
    }

    @Test
    void so_is_a_directory_on_the_way() throws IOException {
        Files.writeString(elsewhere.resolve("cancellations.csv"), ROWS);
        Path linked = Files.createSymbolicLink(root.resolve("input/2026-11-21"), elsewhere);
        Files.createSymbolicLink(night.resolve("inner"), elsewhere);

        assertThat(refused(() -> read(linked.resolve("cancellations.csv"))))
                .hasMessageContaining(linked.resolve("cancellations.csv").toString());
        assertThat(refused(() -> names(linked))).hasMessageContaining(linked + " leads, by a link, out of ");
        assertThat(refused(() -> read(night.resolve("inner/cancellations.csv"))))
                .isNotNull();
        assertThat(refused(() -> names(night.resolve("inner")))).isNotNull();
    }

    @Test
    void a_root_lets_links_lead_below_it() throws IOException {
        Files.createSymbolicLink(feed, elsewhere.resolve("secret"));
        Path linked = Files.createSymbolicLink(root.resolve("linked"), elsewhere);

        for (Path named : List.of(elsewhere, linked, root)) {
            Inbox open = new Inbox(List.of(root.resolve("not mounted"), named));
            String text = open.looking(feed, Files::readString);
            assertThat(text).isEqualTo("hunter2\n");
        }
        assertThat(refused(() -> new Inbox(List.of(root.resolve("not mounted"), root.resolve("input"))).open(feed)))
                .isNotNull();
    }

    @Test
    void a_file_of_a_relative_place_is_read() throws IOException {
        Files.writeString(feed, ROWS);
        Path here = Path.of("").toAbsolutePath();

        assertThat(read(here.relativize(feed))).isEqualTo(ROWS);
    }

    @Test
    void a_link_into_the_mounts_of_another_process_is_not_followed() throws Exception {
        Path shown = Files.createFile(night.resolve("shown"));
        Process other = new ProcessBuilder(
                        "unshare",
                        "--map-root-user",
                        "--mount",
                        "sh",
                        "-c",
                        "mount --bind \"$1\" \"$2\" && echo mounted && cat",
                        "sh",
                        elsewhere.resolve("secret").toString(),
                        shown.toString())
                .start();
        try (BufferedReader out = other.inputReader()) {
            assumeTrue("mounted".equals(out.readLine()), "no leave to mount");
            Files.createSymbolicLink(feed, Path.of("/proc/%d/root%s".formatted(other.pid(), shown)));
            assertThat(Files.readString(feed)).isEqualTo("hunter2\n");

            assertThat(said(notReady(() -> read(feed))))
                    .isEqualTo(feed + " changed while it was being opened, or leads to what only another process sees;"
                            + " run again when it is complete");
        } finally {
            other.destroy();
            other.waitFor();
        }
    }

    @Test
    void a_link_that_leads_nowhere_is_missing() throws IOException {
        Files.createSymbolicLink(feed, Path.of("not mounted"));

        assertThatThrownBy(() -> read(feed))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(feed.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipe", "directory", "device"})
    void what_is_no_file_is_not_there_yet_and_keeps_nobody_waiting(String kind) throws Exception {
        switch (kind) {
            case "pipe" ->
                assertThat(new ProcessBuilder("mkfifo", feed.toString()).start().waitFor(20, TimeUnit.SECONDS))
                        .isTrue();
            case "directory" -> Files.createDirectory(feed);
            default -> Files.createSymbolicLink(feed, Path.of("/dev/zero"));
        }
        Inbox anywhere = new Inbox(List.of(Path.of("/")));

        assertThat(said(notReady(() -> anywhere.open(feed))))
                .isEqualTo(feed + " is not a file, nor leads to one; mount what it leads to, remove it");
        assertThat(notReady(() -> anywhere.looking(feed, Files::size))).isNotNull();
    }

    /** The system would let a reader wait until the holder gives it up, or 45 seconds have passed. */
    @Test
    void a_file_on_which_somebody_holds_a_lease_keeps_nobody_waiting() throws Exception {
        Files.writeString(feed, ROWS);
        Process lessee = new ProcessBuilder("/usr/bin/python3", "-c", LESSEE, feed.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(lessee.inputReader().readLine()).isEqualTo("ready");
            long begun = System.nanoTime();

            assertThat(notReady(() -> read(feed))).hasMessageContaining(feed + " is kept from readers");
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun))
                    .isLessThan(20);
        } finally {
            lessee.destroyForcibly().waitFor();
        }
        assertThat(read(feed)).isEqualTo(ROWS);
    }

    private String read(Path file) throws IOException {
        try (FileChannel in = inbox.open(file);
                BufferedReader reader = new BufferedReader(Channels.newReader(in, StandardCharsets.UTF_8))) {
            return reader.readLine() + "\n";
        }
    }

    private List<String> names(Path directory) throws IOException {
        return inbox.within(
                directory, held -> Entries.of(held).stream().map(Entries::name).toList());
    }
}
