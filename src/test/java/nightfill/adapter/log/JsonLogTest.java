package nightfill.adapter.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log for programs: whatever comes from outside, an entry is one object on one line, and what it says can be read. */
class JsonLogTest {

    private static final String HOSTILE = "a\"},\n{\"forged\":1}\r\u0085\u2028\u2029\\\t\0\u001B[2J\u202E\uFEFF\uD800b";
    private static final String SHOWN = "a\"},\n{\"forged\":1}␍\u2485‹U+2028›‹U+2029›\\\t␀␛[2J‹U+202E›‹U+FEFF›?b";
    private static final Pattern SPLITS_LINES = Pattern.compile("[\\p{Cc}\u2028\u2029]");

    @TempDir
    Path logs = Path.of("");

    private final LoggerContext context = new LoggerContext();
    private final LogbackMDCAdapter thread = new LogbackMDCAdapter();

    @BeforeEach
    void configure() throws JoranException {
        context.setMDCAdapter(thread);
        context.putProperty("nightfill.logs", logs.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(JsonLogTest.class.getResource("/logback-json.xml")));
    }

    @AfterEach
    void close() {
        context.stop();
    }

    @Test
    void an_entry_is_an_object_of_the_common_schema() throws IOException {
        logger().info("{} is finished", "2026-11-20 run 1");
        JsonNode entry = only();
        assertThat(entry.at("/message").asString()).isEqualTo("2026-11-20 run 1 is finished");
        assertThat(entry.at("/@timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*Z");
        assertThat(entry.at("/log/level").asString()).isEqualTo("INFO");
        assertThat(entry.at("/log/logger").asString()).isEqualTo("test");
        assertThat(entry.at("/service/name").asString()).isEqualTo("nightfill");
        assertThat(entry.at("/process/pid").asLong())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(entry.at("/process/thread/name").asString())
                .isEqualTo(Thread.currentThread().getName());
        assertThat(entry.has("ecs")).isTrue();
    }

    /** The console shows the entries of an attempt, which it finds by their time. */
    @Test
    void an_entry_begins_with_its_time() throws IOException {
        logger().info("x");
        assertThat(lines()).singleElement().asString().startsWith("{\"@timestamp\":\"20");
    }

    @Test
    void a_message_is_on_one_line_and_says_what_it_said() throws IOException {
        logger().info("{} cannot be read", HOSTILE);
        assertThat(only().at("/message").asString()).isEqualTo(SHOWN + " cannot be read");
    }

    @Test
    void so_is_a_stack_trace_with_all_its_messages() throws IOException {
        Exception failure = new IllegalStateException(HOSTILE, new IOException(HOSTILE));
        failure.addSuppressed(new IOException(HOSTILE));
        logger().error("unexpected", failure);
        JsonNode error = only().at("/error");
        assertThat(error.at("/type").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(error.at("/message").asString()).isEqualTo(SHOWN);
        assertThat(error.at("/stack_trace").asString())
                .contains("\tSuppressed: java.io.IOException: " + SHOWN)
                .contains("Caused by: java.io.IOException: " + SHOWN)
                .contains("\tat nightfill.adapter.log.JsonLogTest.");
    }

    @Test
    void each_entry_has_run_step_and_actor_also_where_there_is_none() throws IOException {
        logger().info("before");
        context.putProperty("run", "2026-11-20 run 1");
        context.putProperty("step", "allocate");
        thread.put("actor", HOSTILE);
        logger().info("at work");
        thread.remove("actor");
        context.putProperty("step", "");
        logger().info("behind");
        assertThat(entries())
                .extracting(
                        entry -> entry.at("/run").asString("none"),
                        entry -> entry.at("/step").asString("none"))
                .containsExactly(
                        tuple("none", "none"),
                        tuple("2026-11-20 run 1", "allocate"),
                        tuple("2026-11-20 run 1", "none"));
        assertThat(entries()).allMatch(entry -> entry.has("run") && entry.has("step") && entry.has("actor"));
        assertThat(entries().get(1).at("/actor").asString()).isEqualTo(SHOWN);
    }

    /** Rather than of whoever has started the process. */
    @Test
    void work_for_nobody_is_nobodys() throws IOException {
        context.putProperty("actor", "anna");
        thread.put("actor", "");
        logger().info("x");
        assertThat(only().at("/actor").isNull()).isTrue();
    }

    @Test
    void nothing_else_differs_from_the_log_for_people() throws IOException {
        assertThat(configuration("/logback-json.xml")
                        .replace("<encoder class=\"nightfill.adapter.log.JsonEntries\" />", ""))
                .isEqualToIgnoringWhitespace(configuration("/logback.xml")
                        .replaceAll("(?s)<encoder>.*</encoder>|<conversionRule [^>]*>", ""));
    }

    private static String configuration(String name) throws IOException {
        try (var bytes = Objects.requireNonNull(JsonLogTest.class.getResourceAsStream(name))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Logger logger() {
        return context.getLogger("test");
    }

    private JsonNode only() throws IOException {
        assertThat(entries()).hasSize(1);
        return entries().get(0);
    }

    private List<JsonNode> entries() throws IOException {
        return lines().stream().<JsonNode>map(new JsonMapper()::readTree).toList();
    }

    private List<String> lines() throws IOException {
        List<String> lines = Files.readAllLines(logs.resolve("nightfill.log"));
        assertThat(lines).noneMatch(line -> SPLITS_LINES.matcher(line).find());
        return lines;
    }
}
