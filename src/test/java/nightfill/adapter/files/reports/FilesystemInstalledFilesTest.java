package nightfill.adapter.files.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import nightfill.application.look.InstalledFiles;
import nightfill.application.look.InstalledFiles.Opened;
import nightfill.application.look.RunFile;
import nightfill.domain.run.RunName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemInstalledFilesTest {

    private static final RunName RUN = new RunName(LocalDate.of(2026, 11, 20), 1);

    @TempDir
    private Path root = Path.of("");

    private Path output = Path.of("");
    private Path run = Path.of("");

    @BeforeEach
    void install() throws IOException {
        output = Files.createDirectories(root.resolve("output"));
        run = Files.createDirectories(output.resolve("2026-11-20/run-1"));
        Files.writeString(run.resolve("report.html"), "the report");
    }

    private Optional<String> read(Path from) throws IOException {
        InstalledFiles files = new FilesystemInstalledFiles(from, root);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Optional<Opened> found = files.open(RUN, RunFile.PAGE);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (Opened opened = found.get()) {
            assertThat(opened.beginning(3)).isEqualTo("the");
            opened.copyTo(bytes);
            assertThat(opened.bytes()).isEqualTo(bytes.size());
        }
        return Optional.of(bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_of_a_run_is_read() throws IOException {
        assertThat(read(output)).contains("the report");
        assertThat(read(Files.createSymbolicLink(root.resolve("mounted"), output)))
                .contains("the report");
    }

    @Test
    void the_rows_of_a_refused_night_are_read_from_home_and_through_no_link() throws IOException {
        InstalledFiles files = new FilesystemInstalledFiles(output, root);
        assertThat(files.openRefused(RUN.date())).isEmpty();
        Path kept = Files.createDirectories(root.resolve("refused/2026-11-20")).resolve("rejects.csv");
        Files.writeString(kept, "file,line");
        try (Opened opened = files.openRefused(RUN.date()).orElseThrow()) {
            assertThat(opened.beginning(4)).isEqualTo("file");
        }
        Files.delete(kept);
        Files.createSymbolicLink(kept, run.resolve("report.html"));
        assertThat(files.openRefused(RUN.date())).isEmpty();
    }

    @Test
    void what_is_not_there_is_nothing() throws IOException {
        assertThat(read(root.resolve("nowhere"))).isEmpty();
        Files.delete(run.resolve("report.html"));
        assertThat(read(output)).isEmpty();
        Files.delete(run);
        assertThat(read(output)).isEmpty();
        Files.writeString(run, "no directory");
        assertThat(read(output)).isEmpty();
    }

    @Test
    void nothing_is_reached_through_a_link() throws IOException {
        Path elsewhere = Files.createDirectories(root.resolve("elsewhere/run-1"));
        Files.move(run.resolve("report.html"), elsewhere.resolve("report.html"));

        Files.createSymbolicLink(run.resolve("report.html"), elsewhere.resolve("report.html"));
        assertThat(read(output)).isEmpty();
        Files.delete(run.resolve("report.html"));
        Files.delete(run);
        Files.createSymbolicLink(run, elsewhere);
        assertThat(read(output)).isEmpty();
        Files.delete(run);
        Files.delete(output.resolve("2026-11-20"));
        Files.createSymbolicLink(output.resolve("2026-11-20"), root.resolve("elsewhere"));
        assertThat(read(output)).isEmpty();
    }

    @Test
    void a_directory_is_no_file() throws IOException {
        Files.delete(run.resolve("report.html"));
        Files.createDirectory(run.resolve("report.html"));

        assertThat(read(output)).isEmpty();
    }
}
