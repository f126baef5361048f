package nightfill.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The image, built and tried by its own check, where there are a builder and the images that it begins with. */
@Timeout(1200)
class ContainerIT {

    @Soak
    @Test
    void it_is_built_and_a_night_in_it_is_one_outside() {
        for (String image : List.of("eclipse-temurin:17-jdk", "debian:bookworm-slim", "postgres:17-alpine")) {
            assumeThat(script("/bin/sh", "-c", "docker image inspect " + image)
                            .run()
                            .exitCode())
                    .as("docker has " + image)
                    .isZero();
        }
        Script.Ended checked = script(
                        Path.of("jobs/container/check").toAbsolutePath().toString())
                .run();
        assertThat(checked.exitCode()).as(checked.err()).isZero();
        assertThat(checked.out())
                .contains("user: 10001:10001\n", "as outside\n", "0 on SIGTERM\n", "143 on SIGTERM; goes on");
    }

    private static Script script(String name, String... arguments) {
        return new Script(Path.of(name), arguments)
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("PATH", System.getenv("PATH"));
    }
}
