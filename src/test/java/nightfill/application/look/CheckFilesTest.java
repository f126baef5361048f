package nightfill.application.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nightfill.application.look.CheckFiles.Checked;
import nightfill.application.look.InstalledFiles.Opened;
import nightfill.application.look.RunFiles.Recorded;
import nightfill.application.problem.Problem;
import nightfill.domain.proof.FileState;
import nightfill.domain.proof.Sha256;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckFilesTest {

    private static final RunName NAME = new RunName(LocalDate.of(2026, 11, 20), 1);

    private final Map<String, String> files = new HashMap<>();
    private final CheckFiles check = new CheckFiles(new InMemoryFiles());
    private Recorded run = new Recorded(1, NAME, Run.State.FINISHED, "", Map.of());

    @BeforeEach
    void install() {
        for (RunFile file : RunFile.ALL) {
            files.put(file.name(), "content of " + file.name());
        }
        files.remove(RunFile.MANIFEST.name());
        String manifest = files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(file -> "%s  %s\n".formatted(sha256(file.getValue()), file.getKey()))
                .collect(Collectors.joining());
        files.put(RunFile.MANIFEST.name(), manifest);
        run = new Recorded(
                1, NAME, Run.State.FINISHED, sha256(manifest), Map.of("stock.csv", sha256("content of stock.csv")));
    }

    private static String sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, FileState> states() {
        return check.of(run).stream()
                .filter(file -> file.state() != FileState.UNCHANGED)
                .collect(Collectors.toMap(file -> file.file().name(), Checked::state));
    }

    @Test
    void a_file_that_has_its_hash_is_unchanged() {
        assertThat(states()).isEmpty();
        assertThat(check.of(run)).extracting(Checked::file).containsExactlyElementsOf(RunFile.ALL);
        assertThat(check.bytes(run))
                .isEqualTo(files.values().stream().mapToLong(String::length).sum());
    }

    @Test
    void a_manifest_is_checked_by_itself() {
        String recorded = String.valueOf(run.manifestSha256());
        assertThat(check.manifest(NAME, recorded)).isEqualTo(FileState.UNCHANGED);
        files.put(RunFile.MANIFEST.name(), "another");
        assertThat(check.manifest(NAME, recorded)).isEqualTo(FileState.ALTERED);
        files.remove(RunFile.MANIFEST.name());
        assertThat(check.manifest(NAME, recorded)).isEqualTo(FileState.MISSING);
    }

    @Test
    void altered_and_missing_files_are_found() {
        files.put("report.html", "another report");
        files.put("stock.csv", "another stock");
        files.remove("released.csv");

        assertThat(states())
                .containsOnly(
                        Map.entry("report.html", FileState.ALTERED),
                        Map.entry("stock.csv", FileState.ALTERED),
                        Map.entry("released.csv", FileState.MISSING));
    }

    /** Whoever alters a file can alter the manifest beside it; the database has the manifest's hash. */
    @Test
    void a_manifest_that_was_altered_proves_nothing() {
        files.put("report.html", "another report");
        files.computeIfPresent(
                RunFile.MANIFEST.name(),
                (name, manifest) -> manifest.replace(sha256("content of report.html"), sha256("another report")));

        assertThat(states())
                .containsEntry(RunFile.MANIFEST.name(), FileState.ALTERED)
                .containsEntry("report.html", FileState.UNPROVEN)
                .containsEntry("summary.json", FileState.UNPROVEN)
                .doesNotContainKey("stock.csv");
    }

    @Test
    void it_is_known_whether_the_rows_of_a_refused_night_are_kept() {
        assertThat(check.isRefused(LocalDate.of(2026, 11, 20))).isFalse();
        files.put("refused 2026-11-20", "file,line");
        assertThat(check.isRefused(LocalDate.of(2026, 11, 20))).isTrue();
    }

    @Test
    void a_file_that_cannot_be_read_is_a_problem() {
        files.put("summary.json", "broken");

        assertThatThrownBy(() -> check.of(run))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("/output/2026-11-20/run-1/summary.json cannot be read");
    }

    private final class InMemoryFiles implements InstalledFiles {

        @Override
        public Path place(RunName name) {
            return Path.of("/output").resolve(name.directory());
        }

        @Override
        public Optional<Opened> open(RunName name, RunFile file) {
            return Optional.ofNullable(files.get(file.name())).map(Text::new);
        }

        @Override
        public Optional<Opened> openRefused(LocalDate date) {
            return Optional.ofNullable(files.get("refused " + date)).map(Text::new);
        }
    }

    private record Text(String text) implements Opened {

        @Override
        public long bytes() {
            return text.length();
        }

        @Override
        public String beginning(int most) {
            return text.substring(0, Math.min(most, text.length()));
        }

        @Override
        public void copyTo(OutputStream stream) throws IOException {
            if (text.equals("broken")) {
                throw new IOException("Input/output error");
            }
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    }
}
