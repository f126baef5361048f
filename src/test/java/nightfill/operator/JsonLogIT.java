package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nightfill.domain.words.Visible;
import nightfill.harness.Child;
import nightfill.harness.HeldTable;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs for programs, of real nights: each line is an object, and says of which run, step and actor. */
class JsonLogIT extends InstalledNightfill {

    private static final String RUN = "2026-11-20 run 1";
    private static final String HOSTILE = "anna\"},\n{\"run\":\"forged\"}\u0085\u2028\u202E";

    @BeforeEach
    void want() {
        nightfill.with("NIGHTFILL_LOG_FORMAT", "json");
        nightfill.with("NIGHTFILL_CALLER", "scheduler");
    }

    @Test
    void a_night_is_told_step_by_step() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        long pid;
        try (Child night = nightfill.startRun(FRIDAY)) {
            pid = night.pid();
            assertThat(night.await().with(0).err()).as("what people are told").doesNotContain("SLF4J");
        }
        List<JsonNode> entries = entries();
        assertThat(entries).hasSizeGreaterThan(20).allSatisfy(entry -> {
            assertThat(entry.at("/actor").asString()).isEqualTo("scheduler");
            assertThat(entry.at("/process/pid").asLong()).isEqualTo(pid);
            assertThat(entry.at("/run").asString(RUN)).isEqualTo(RUN);
        });
        assertThat(values("/run")).contains(RUN);
        assertThat(values("/step"))
                .contains("accept feeds", "load order lines", "take effect", "allocate", "write reports");
        assertThat(entries)
                .filteredOn(entry -> entry.at("/message").asString().matches("Step: \\[.*] executed in .*"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.at("/message").asString())
                        .startsWith("Step: [" + entry.at("/step").asString("none") + "]"));
    }

    /** The signal comes on a thread of its own. */
    @Test
    void what_other_threads_say_is_about_the_night_too() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        try (HeldTable held = HeldTable.of(database, "decided");
                Child night = nightfill.startRun(FRIDAY)) {
            held.awaitNight();
            night.signal("TERM");
            night.await().with(143);
        }
        JsonNode said = entries().stream()
                .filter(entry -> entry.at("/message").asString().startsWith("a signal has arrived"))
                .findFirst()
                .orElseThrow();
        assertThat(said.at("/process/thread/name").asString()).isEqualTo("signals");
        assertThat(said.at("/run").asString()).isEqualTo(RUN);
        assertThat(said.at("/step").asString()).isEqualTo("allocate");
        assertThat(said.at("/actor").asString()).isEqualTo("scheduler");
    }

    @Test
    void names_from_outside_make_no_entry() throws Exception {
        nightfill.with("NIGHTFILL_CALLER", "").with("SUDO_USER", HOSTILE);
        nightfill.arriveSmall(FRIDAY);
        Path input = Files.move(nightfill.input(), root.resolve("in\"put}\n{\u2028\u202E"));
        try (Child night = nightfill.start(List.of(), "run", "--date", FRIDAY, "--input", input.toString())) {
            night.await().with(0);
        }
        try (Child refused = nightfill.start(List.of(), "run", "--date", SATURDAY, "--input", input.toString())) {
            refused.await().with(7);
        }
        assertThat(values("/actor")).singleElement().asString().startsWith(Visible.unhidden(HOSTILE) + " on ");
        assertThat(values("/run")).doesNotContain("forged");
        assertThat(entries())
                .extracting(entry -> entry.at("/message").asString())
                .anyMatch(message -> message.contains(Visible.unhidden(input.toString())));
    }

    private Set<String> values(String field) throws IOException {
        return entries().stream()
                .filter(entry -> !entry.at(field).isNull())
                .map(entry -> entry.at(field).asString())
                .collect(Collectors.toSet());
    }

    /** Whoever splits at any line end that Unicode knows finds the same. */
    private List<JsonNode> entries() throws IOException {
        String log = Files.readString(nightfill.home().resolve("logs/nightfill.log"));
        List<String> lines = List.of(log.split("\\R"));
        assertThat(lines).isEqualTo(log.lines().toList());
        return lines.stream()
                .<JsonNode>map(new JsonMapper()::readTree)
                .peek(entry ->
                        assertThat(entry.propertyNames()).contains("run", "step", "actor", "message", "@timestamp"))
                .toList();
    }
}
