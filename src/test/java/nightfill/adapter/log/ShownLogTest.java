package nightfill.adapter.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes from outside can make no entry in the log file, nor hide in it. */
class ShownLogTest {

    private static final String HOSTILE = "a\n2026-11-20T00:00:00.000Z INFO  forged\u001B[2J\u202E";
    private static final String SHOWN = "a\u240A2026-11-20T00:00:00.000Z INFO  forged\u241B[2J‹U+202E›";

    @TempDir
    Path logs = Path.of("");

    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void configure() throws JoranException {
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("nightfill.logs", logs.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(ShownLogTest.class.getResource("/logback.xml")));
    }

    @AfterEach
    void close() {
        context.stop();
    }

    @Test
    void a_message_is_on_one_line() throws IOException {
        logger().info("{} cannot be read", HOSTILE);
        assertThat(lines()).singleElement().asString().contains(" INFO ", " - " + SHOWN + " cannot be read");
    }

    @Test
    void so_is_each_message_of_a_stack_trace() throws IOException {
        Exception cause = new NoSuchFileException(HOSTILE);
        Exception failure = new IllegalStateException(HOSTILE, cause);
        failure.addSuppressed(new IOException(HOSTILE));
        logger().error("unexpected", failure);
        assertThat(lines())
                .contains("java.lang.IllegalStateException: " + SHOWN)
                .contains("\tSuppressed: java.io.IOException: " + SHOWN)
                .contains("Caused by: java.nio.file.NoSuchFileException: " + SHOWN)
                .anyMatch(line -> line.startsWith("\tat nightfill.adapter.log.ShownLogTest."))
                .noneMatch(line -> line.startsWith("2026-11-20T00:00:00.000Z"));
    }

    @Test
    void an_exception_without_a_message_is_told_by_its_name() throws IOException {
        logger().error("unexpected", new IllegalStateException());
        assertThat(lines()).contains("java.lang.IllegalStateException: null");
    }

    private Logger logger() {
        return context.getLogger("test");
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(logs.resolve("nightfill.log"));
    }
}
