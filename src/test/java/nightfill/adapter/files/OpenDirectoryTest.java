package nightfill.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import nightfill.application.problem.StopToken;
import nightfill.harness.Neighbour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OpenDirectoryTest {

    private final Path root;
    private final Path other;
    private final OpenDirectory open;

    OpenDirectoryTest(@TempDir Path place) throws IOException {
        root = Files.createDirectory(place.resolve("out"));
        other = Files.createDirectory(place.resolve("another's"));
        Files.writeString(other.resolve("file"), "precious");
        open = OpenDirectory.of(root);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void what_is_done_in_it_is_done_there_although_its_name_leads_elsewhere() throws IOException {
        Files.move(root, root.resolveSibling("moved"));
        Files.createSymbolicLink(root, other);

        write("made", "rows");
        open.make("inner").close();
        new Entry(open, "file").remove();

        assertThat(root.resolveSibling("moved/made")).hasContent("rows");
        assertThat(root.resolveSibling("moved/inner")).isDirectory();
        assertThat(other).isDirectoryContaining("glob:**file").isDirectoryNotContaining("glob:**{made,inner}");
    }

    @Test
    void a_new_file_is_made_and_no_link_followed() throws IOException {
        Files.createSymbolicLink(root.resolve("planted"), other.resolve("file"));
        Files.createSymbolicLink(root.resolve("nowhere"), other.resolve("new"));

        assertThatThrownBy(() -> write("planted", "x")).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> write("nowhere", "x"))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(root.resolve("nowhere").toString());

        assertThat(other.resolve("file")).hasContent("precious");
        assertThat(other.resolve("new")).doesNotExist();
    }

    @Test
    void a_file_is_read_as_it_was_when_it_was_opened() throws IOException {
        write("file", "rows");
        String text = open.reading("file", file -> {
            Files.delete(root.resolve("file"));
            Files.writeString(root.resolve("file"), "other rows");
            return Files.readString(file);
        });
        assertThat(text).isEqualTo("rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipe", "link", "inner"})
    void what_is_no_file_is_told_and_not_waited_for(String name) throws Exception {
        assertThat(new ProcessBuilder("mkfifo", root.resolve("pipe").toString())
                        .start()
                        .waitFor(20, TimeUnit.SECONDS))
                .isTrue();
        Files.createSymbolicLink(root.resolve("link"), other.resolve("file"));
        Files.createDirectory(root.resolve("inner"));

        assertThatThrownBy(() -> open.reading(name, Files::readString))
                .isExactlyInstanceOf(FileSystemException.class)
                .hasMessage(root.resolve(name) + ": it is not a file");
    }

    @Test
    void a_file_that_cannot_be_read_is_told_in_the_words_of_the_system() throws IOException {
        try (OpenDirectory process = OpenDirectory.of(Path.of("/proc/self"))) {
            ContentReader reader = new ContentReader(new StopToken());
            assertThatThrownBy(() -> new Entry(process, "mem").hash(reader))
                    .isExactlyInstanceOf(FileSystemException.class)
                    .hasMessage("/proc/self/mem: Input/output error");
        }
    }

    @Test
    void a_directory_is_entered_and_no_link_to_one() throws IOException {
        Files.createDirectory(root.resolve("inner"));
        Files.createSymbolicLink(root.resolve("link"), other);

        try (OpenDirectory inner = open.enter("inner")) {
            assertThat(inner.place()).isEqualTo(root.resolve("inner"));
            assertThat(open.holds("inner", inner)).isTrue();
            assertThat(open.holds("link", inner)).isFalse();
        }
        assertThatThrownBy(() -> open.enter("link")).isInstanceOf(NotDirectoryException.class);
        assertThatThrownBy(() -> open.enter("nothing"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(root.resolve("nothing").toString());
    }

    @Test
    void a_tree_is_removed_and_not_what_its_links_lead_to() throws IOException {
        Files.createDirectories(root.resolve("tree/deep/deeper"));
        Files.writeString(root.resolve("tree/deep/file"), "x");
        Files.createSymbolicLink(root.resolve("tree/deep/link"), other);
        Files.createSymbolicLink(root.resolve("link"), other);

        new Entry(open, "tree").remove();
        new Entry(open, "link").remove();
        new Entry(open, "nothing").remove();

        assertThat(open.names()).isEmpty();
        assertThat(other.resolve("file")).hasContent("precious");
    }

    @Test
    void an_entry_is_renamed_in_place_of_a_link() throws IOException {
        write("draft", "rows");
        Files.createSymbolicLink(root.resolve("report"), other.resolve("file"));

        open.rename("draft", open, "report");
        open.force();

        assertThat(root.resolve("report")).isRegularFile().hasContent("rows");
        assertThat(other.resolve("file")).hasContent("precious");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "/etc", "../x"})
    void a_name_is_that_of_an_own_entry(String name) {
        assertThatThrownBy(() -> open.look(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private void write(String name, String text) throws IOException {
        open.making(name, file -> Files.writeString(file, text, StandardOpenOption.CREATE_NEW));
    }

    /** Who holds a lease keeps whoever opens the file waiting for three quarters of a minute (fcntl(2), proc(5)). */
    @Test
    @Timeout(20)
    void a_file_that_somebody_keeps_readers_off_is_not_waited_for() throws IOException {
        Neighbour.opened(root.resolveSibling(""));
        Neighbour.opened(root);
        String leasing = """
                import fcntl, os, signal, sys
                signal.signal(signal.SIGIO, signal.SIG_IGN)
                file = os.open(sys.argv[1], os.O_CREAT | os.O_RDWR, 0o666)
                fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
                print("ready", flush=True)
                sys.stdin.readline()
                """;
        try (Neighbour neighbour = Neighbour.doing(leasing, root.resolve("leased"))) {
            assertThat(neighbour).isNotNull();
            assertThatThrownBy(() -> open.reading("leased", Files::readString))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessage(root.resolve("leased") + ": a program that holds a lease on it keeps readers off");
        }
    }
}
