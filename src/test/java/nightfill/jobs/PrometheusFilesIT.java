package nightfill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.harness.Child;
import nightfill.harness.Ended;
import nightfill.harness.HeldTable;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What Prometheus and Grafana take, beside the figures that a real night leaves. */
class PrometheusFilesIT extends InstalledNightfill {

    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final Path RULES = Path.of("jobs/prometheus/nightfill.rules.yml");
    private static final Path TESTS = Path.of("jobs/prometheus/nightfill.rules.test.yml");
    private static final Path DASHBOARD = Path.of("jobs/grafana/nightfill.json");
    private static final Path MANUAL = Path.of("src/docs/operating.md");
    private static final Pattern NAME = Pattern.compile("\\bnightfill_[a-z_]+");
    private static final Pattern SELECTOR = Pattern.compile("(nightfill_[a-z_]+)\\{([a-z]+)=(~?)\"([^\"]*)\"");

    private static String promtool(String... arguments) {
        assertThat(PROMTOOL).as("install Debian's prometheus; it need not run").isExecutable();
        Script.Ended ended = new Script(PROMTOOL, arguments).run();
        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
        return ended.out();
    }

    @Test
    void the_rules_are_rules_and_each_wakes_when_it_should_and_only_then() {
        int rules = alerts().size();

        assertThat(promtool("check", "rules", RULES.toString())).contains("SUCCESS: %d rules found".formatted(rules));
        assertThat(promtool("test", "rules", TESTS.toString())).contains("SUCCESS");
    }

    @Test
    void each_alert_is_seen_to_fire_and_to_keep_quiet() {
        Set<String> firing = new HashSet<>();
        Set<String> quiet = new HashSet<>();
        yaml(TESTS)
                .at("/tests")
                .valueStream()
                .flatMap(test -> test.at("/alert_rule_test").valueStream())
                .forEach(tested -> (tested.has("exp_alerts") ? firing : quiet)
                        .add(tested.get("alertname").asString()));

        List<String> alerts =
                alerts().stream().map(alert -> alert.get("alert").asString()).toList();
        assertThat(firing).containsExactlyInAnyOrderElementsOf(alerts);
        assertThat(quiet).containsExactlyInAnyOrderElementsOf(alerts);
    }

    /** In one home after another: what a fine night leaves, what one under way does, what is there with a scheduler. */
    @Test
    void all_that_is_asked_for_is_exposed_and_all_that_is_exposed_is_explained() throws Exception {
        List<String> seen = realFigures();
        Set<String> exposed = seen.stream()
                .flatMap(text -> text.lines().filter(line -> !line.startsWith("#")))
                .map(line -> line.replaceAll("[{ ].*", ""))
                .collect(Collectors.toSet());

        assertThat(exposed).hasSizeGreaterThan(30).isEqualTo(names(MANUAL));
        assertThat(exposed).containsAll(names(RULES)).containsAll(names(TESTS)).containsAll(names(DASHBOARD));
        for (Path asking : List.of(RULES, TESTS)) {
            assertThat(SELECTOR.matcher(Script.read(asking)).results())
                    .isNotEmpty()
                    .allSatisfy(selector -> assertLabelled(selector, String.join("", seen)));
        }
    }

    private static void assertLabelled(MatchResult selector, String seen) {
        if (selector.group(2).equals("instance")) {
            return;
        }
        String name = selector.group(1);
        Stream<String> values = selector.group(3).isEmpty()
                ? Stream.of(selector.group(4))
                : Stream.of(selector.group(4).split("\\|"));
        assertThat(values).allMatch(value -> seen.contains("%s{%s=\"%s\"}".formatted(name, selector.group(2), value)));
    }

    private static Set<String> names(Path file) {
        return NAME.matcher(Script.read(file)).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void what_nights_leave_is_what_promtool_wants_to_see() throws Exception {
        for (String text : realFigures()) {
            Path file = Files.writeString(root.resolve("figures"), text);
            Script.Ended ended = new Script(
                            Path.of("/bin/sh"),
                            "-c",
                            "exec \"$0\" check metrics <\"$1\"",
                            PROMTOOL.toString(),
                            file.toString())
                    .run();
            assertThat(ended.out() + ended.err()).isEmpty();
            assertThat(ended.exitCode()).isZero();
        }
    }

    /** As a scheduler calls for them; one under way, and the same when it is finished. */
    private List<String> realFigures() throws Exception {
        Path file = root.resolve("nightfill.prom");
        nightfill
                .with("NIGHTFILL_METRICS_FILE", file)
                .with("NIGHTFILL_CALLER", "scheduler")
                .with("NIGHTFILL_RETRY_SECONDS", 300)
                .with("NIGHTFILL_RETRY_UNTIL", "2199-11-21T06:30:00Z");
        List<String> seen = new ArrayList<>();
        nightfill.arriveMixed("2026-11-13");
        nightfill.run("2026-11-13").with(0);
        seen.add(Files.readString(file));
        nightfill.arriveMixed(FRIDAY);
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O1,1,CHAIR,3", "P1,1,TABLE,1", "Q1,1,CHAIR,0");
        try (HeldTable held = HeldTable.of(database, "decided")) {
            CompletableFuture<Ended> night = CompletableFuture.supplyAsync(() -> nightfill.run(FRIDAY));
            held.awaitNight();
            nightfill.run(FRIDAY).with(4);
            seen.add(Files.readString(file));
            held.release();
            assertThat(night).succeedsWithin(Child.PATIENCE);
        }
        seen.add(Files.readString(file));
        return seen;
    }

    @Test
    void the_dashboard_asks_what_prometheus_understands() throws IOException {
        List<String> questions = panels().stream()
                .flatMap(panel -> panel.at("/targets").valueStream())
                .map(target -> target.get("expr").asString())
                .toList();
        assertThat(questions).hasSizeGreaterThan(20).allMatch(question -> question.contains("$instance"));
        List<Map<String, String>> rules = new ArrayList<>();
        for (String question : questions) {
            rules.add(Map.of(
                    "record",
                    "asked:" + (char) ('a' + rules.size() / 26) + (char) ('a' + rules.size() % 26),
                    "expr",
                    question));
        }
        Path file = root.resolve("questions.yml");
        Files.writeString(
                file, new Yaml().dump(Map.of("groups", List.of(Map.of("name", "questions", "rules", rules)))));

        promtool("check", "rules", file.toString());
    }

    @Test
    void the_dashboard_tells_instances_apart_over_time() {
        assertThat(panels())
                .filteredOn(panel -> panel.get("type").asString().equals("timeseries"))
                .flatExtracting(panel -> panel.at("/targets").valueStream().toList())
                .extracting(target -> target.get("legendFormat").asString())
                .isNotEmpty()
                .allMatch(legend -> legend.contains("{{instance}}"));
    }

    @Test
    void the_dashboard_shows_each_panel_in_a_place_of_its_own() {
        List<JsonNode> panels = panels();

        assertThat(panels.stream().map(panel -> panel.get("id").asInt())).doesNotHaveDuplicates();
        assertThat(panels).allSatisfy(panel -> {
            assertThat(panel.get("title").asString()).isNotBlank();
            assertThat(panel.get("description").asString()).isNotBlank();
        });
        Set<String> taken = new HashSet<>();
        for (JsonNode panel : panels) {
            JsonNode place = panel.get("gridPos");
            for (int x = 0; x < place.get("w").asInt(); x++) {
                for (int y = 0; y < place.get("h").asInt(); y++) {
                    int column = place.get("x").asInt() + x;
                    assertThat(column).isLessThan(24);
                    assertThat(taken.add(column + "," + (place.get("y").asInt() + y)))
                            .as(panel.get("title").asString())
                            .isTrue();
                }
            }
        }
    }

    private static List<JsonNode> panels() {
        return new ObjectMapper()
                .readTree(Script.read(DASHBOARD))
                .at("/panels")
                .valueStream()
                .toList();
    }

    private static List<JsonNode> alerts() {
        return yaml(RULES).at("/groups/0/rules").valueStream().toList();
    }

    private static JsonNode yaml(Path file) {
        Object content = new Yaml().load(Script.read(file));
        return new ObjectMapper().valueToTree(content);
    }
}
