package nightfill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is given away, prepared by the launcher as a user would have it. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuickStartIT {

    private final Path project;

    QuickStartIT(@TempDir Path place) throws IOException {
        project = place.toRealPath();
        Script.copy("jobs/nightfill", project.resolve("jobs/nightfill"));
        Script.copy("mvnw", project.resolve("mvnw"));
        Script.write(project.resolve("src/Nothing.java"), "");
        Script.write(project.resolve("pom.xml"), "");
        Path jar = Jar.built();
        Files.createDirectory(project.resolve("target"));
        Files.copy(jar, project.resolve("target").resolve(jar.getFileName()));
        assertThat(nightfill("--version").run().err()).isEqualTo("Preparing quick starts…");
    }

    @Test
    void a_night_takes_its_classes_from_the_archive() throws IOException {
        Path loaded = project.resolve("loaded");
        String input = Path.of("sample-data").toAbsolutePath().toString();
        Script.Ended night = nightfill("run", "--date", "2026-11-18", "--input", input)
                .with("NIGHTFILL_JAVA_OPTS", "-Xlog:class+load:file=" + loaded)
                .run();
        assertThat(night.exitCode()).as(night.err()).isZero();
        assertThat(night.out()).contains("run 1 is finished; the books balance");
        List<String> classes = Files.readAllLines(loaded);
        for (String library : List.of("nightfill.", "org.springframework.batch.", "org.postgresql.")) {
            assertThat(shareFromArchive(classes, library)).as(library).isGreaterThan(0.95);
        }
    }

    @Test
    void a_recorder_may_watch() {
        Script.Ended status = nightfill("status")
                .with("NIGHTFILL_JAVA_OPTS", "-XX:StartFlightRecording=filename=" + project.resolve("status.jfr"))
                .from(project)
                .run();
        assertThat(status.exitCode()).as(status.err()).isZero();
        assertThat(project.resolve("status.jfr")).isNotEmptyFile();
    }

    private static double shareFromArchive(List<String> loaded, String prefix) {
        List<String> classes =
                loaded.stream().filter(line -> line.contains("] " + prefix)).toList();
        assertThat(classes).hasSizeGreaterThan(50);
        return classes.stream()
                        .filter(line -> line.endsWith("source: shared objects file (top)"))
                        .count()
                / (double) classes.size();
    }

    private Script nightfill(String... arguments) {
        return new Script(project.resolve("jobs/nightfill"), arguments)
                .with("JAVA_HOME", System.getProperty("java.home"));
    }
}
