package nightfill.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the build has made before these tests. */
final class Jar {

    private Jar() {}

    static Path built() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.getFileName().toString().matches("nightfill-[\\d.]+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no jar in target: ./mvnw package"));
        }
    }
}
