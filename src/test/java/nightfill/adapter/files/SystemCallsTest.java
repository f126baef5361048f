package nightfill.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightfill.application.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process loads the library once, so each test has one of its own, with a temporary directory of its own. */
class SystemCallsTest {

    @TempDir
    Path root;

    private Path temporary = Path.of("");

    @BeforeEach
    void choose() {
        temporary = root.resolve("temporary");
    }

    /** Opens a directory, mends the temporary directory, and opens it again. */
    public static void main(String[] arguments) throws IOException {
        open();
        Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
        open();
    }

    private static void open() throws IOException {
        try {
            OpenDirectory.of(Path.of("/")).close();
            System.out.println("opened");
        } catch (Problem e) {
            System.out.println(e.kind() + ": " + e.what() + "; " + e.remedies());
        }
    }

    @Test
    void a_temporary_directory_that_is_missing_is_named_and_asked_for_anew() throws Exception {
        List<String> said = said("unlimited");

        assertThat(said)
                .hasSize(2)
                .first()
                .asString()
                .startsWith("FAILED: the temporary directory %s cannot be used: %1$s is missing;".formatted(temporary))
                .contains("make room", "java.io.tmpdir");
        assertThat(said).last().isEqualTo("opened");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void in_a_full_one_nothing_stays_behind() throws Exception {
        Files.createDirectory(temporary);

        // 16 KiB a file, of which the library needs more
        assertThat(said("16"))
                .hasSize(2)
                .allMatch(line ->
                        line.startsWith("FAILED: the temporary directory %s cannot be used: ".formatted(temporary)));
        assertThat(temporary).isEmptyDirectory();
    }

    private List<String> said(String largest) throws IOException {
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f $0 && exec \"$@\"",
                        largest,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SystemCallsTest.class.getName())
                .redirectErrorStream(true)
                .start();
        return process.inputReader().lines().toList();
    }
}
