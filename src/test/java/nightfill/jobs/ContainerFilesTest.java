package nightfill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.Rehearsal;
import nightfill.adapter.web.StaticFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What builds the image and what starts it name what there is, and let it do as little as it needs. */
class ContainerFilesTest {

    private static final Path PLACE = Path.of("jobs/container");
    private static final String DOCKERFILE = Script.read(PLACE.resolve("Dockerfile"));
    private static final JsonNode SERVICES = yaml().get("services");
    private static final List<JsonNode> OURS = List.of(SERVICES.get("console"), SERVICES.get("night"));

    @Test
    void all_that_is_copied_from_the_sources_exists() {
        List<String> copied = lines("COPY")
                .filter(line -> !line.contains("--from="))
                .flatMap(line -> Stream.of(line.replaceFirst(" \\S+$", "").split(" ")))
                .filter(word -> !word.startsWith("target/"))
                .toList();
        assertThat(copied)
                .contains("jobs/nightfill", "jobs/nightfill-retry")
                .allSatisfy(file -> assertThat(Path.of(file)).isRegularFile().isExecutable());
        assertThat(DOCKERFILE).contains("COPY target/nightfill-*.jar ");
        assertThat(Script.read(PLACE.resolve("Dockerfile.dockerignore")).lines())
                .as("nothing else is given to the builder, such as the password beside it")
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("*", "!target/nightfill-*.jar"),
                                copied.stream().map(file -> "!" + file))
                        .toList());
    }

    /** With the same options, or its archive would not fit how the launcher starts it. */
    @Test
    void classes_are_archived_as_the_launcher_does() {
        String launcher = Script.read(Path.of("jobs/nightfill"));
        String inImage = "/opt/nightfill/lib";
        for (String option : List.of(
                "-Djarmode=tools",
                "extract --application-filename nightfill.jar",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djdk.util.jar.enableMultiRelease=false",
                Rehearsal.class.getName())) {
            assertThat(launcher).contains(option);
            assertThat(DOCKERFILE).contains(option);
        }
        assertThat(DOCKERFILE)
                .contains("-XX:ArchiveClassesAtExit=%s/classes.jsa".formatted(inImage))
                .contains("-cp %s/nightfill.jar".formatted(inImage));
    }

    @Test
    void it_runs_as_a_number_that_is_not_roots_and_is_that_of_the_pods() {
        assertThat(lines("USER")).last().isEqualTo("10001:10001");
        assertThat(Script.read(Path.of("jobs/kubernetes/cronjob.yaml"))).contains("runAsUser: 10001");
    }

    @Test
    void signals_reach_the_launcher_and_by_it_java() {
        assertThat(lines("ENTRYPOINT")).containsExactly("[\"/opt/nightfill/jobs/nightfill\"]");
        assertThat(lines("STOPSIGNAL")).containsExactly("SIGTERM");
    }

    @Test
    void its_settings_are_those_of_the_pods() {
        Map<String, String> pods = Pattern.compile("name: (NIGHTFILL_\\w+)\\s+(?:#.*\\s+)?value: (\\S+)")
                .matcher(Script.read(Path.of("jobs/kubernetes/cronjob.yaml")))
                .results()
                .collect(Collectors.toMap(each -> each.group(1), each -> each.group(2)));
        assertThat(DOCKERFILE)
                .contains("NIGHTFILL_HOME=" + pods.get("NIGHTFILL_HOME"))
                .contains("NIGHTFILL_OUTPUT=" + pods.get("NIGHTFILL_OUTPUT"));
    }

    @Test
    void its_health_is_asked_for_by_what_is_in_it() {
        assertThat(DOCKERFILE).contains("jobs/container/healthy /opt/nightfill/jobs/\n");
        assertThat(lines("HEALTHCHECK")).singleElement().asString().endsWith("[\"/opt/nightfill/jobs/healthy\"]");
    }

    @Test
    void health_is_what_takes_neither_session_nor_database() {
        String page = Pattern.compile("^page=(\\S+)$", Pattern.MULTILINE)
                .matcher(Script.read(PLACE.resolve("healthy")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(page).isIn(StaticFiles.PATHS);
    }

    @Test
    void both_services_can_do_little() {
        assertThat(OURS).allSatisfy(service -> {
            assertThat(service.at("/read_only").asBoolean()).isTrue();
            assertThat(service.at("/cap_drop/0").asString()).isEqualTo("ALL");
            assertThat(service.at("/security_opt/0").asString()).isEqualTo("no-new-privileges:true");
            assertThat(service.has("privileged")).isFalse();
            assertThat(service.has("user")).as("that of the image").isFalse();
            assertThat(service.at("/tmpfs/0").asString()).startsWith("/tmp:exec,");
            assertThat(service.at("/volumes").valueStream().map(JsonNode::asString))
                    .anyMatch(volume -> volume.endsWith(":/data/input:ro"));
        });
    }

    @Test
    void both_are_of_the_image_that_is_built() {
        assertThat(OURS).allSatisfy(service -> {
            assertThat(PLACE.resolve(service.at("/build/context").asString()).normalize())
                    .isEqualTo(Path.of(""));
            assertThat(Path.of(service.at("/build/dockerfile").asString())).isRegularFile();
            assertThat(service.at("/image").asString()).isEqualTo("nightfill:1.0.0");
            assertThat(DOCKERFILE).contains("--tag nightfill:1.0.0 ");
        });
    }

    @Test
    void both_wait_for_the_database_and_name_it() {
        assertThat(OURS).allSatisfy(service -> {
            assertThat(service.at("/depends_on/database/condition").asString()).isEqualTo("service_healthy");
            assertThat(service.at("/environment/NIGHTFILL_DB_URL").asString())
                    .isEqualTo("jdbc:postgresql://database/"
                            + SERVICES.at("/database/environment/POSTGRES_DB").asString());
            assertThat(service.at("/environment/NIGHTFILL_DB_USER"))
                    .isEqualTo(SERVICES.at("/database/environment/POSTGRES_USER"));
            assertThat(service.at("/environment/NIGHTFILL_DB_PASSWORD"))
                    .isEqualTo(SERVICES.at("/database/environment/POSTGRES_PASSWORD"));
        });
    }

    @Test
    void the_database_is_the_one_of_the_tests() {
        assertThat(Script.read(Path.of("src/test/java/nightfill/adapter/postgres/server/TestServer.java")))
                .contains('"' + SERVICES.at("/database/image").asString() + '"');
    }

    @Test
    void the_console_is_reached_from_this_host_alone_and_the_night_from_nowhere() {
        assertThat(SERVICES.at("/console/ports").valueStream().map(JsonNode::asString))
                .containsExactly("127.0.0.1:8080:8080");
        assertThat(SERVICES.get("night").has("ports")).isFalse();
    }

    @Test
    void the_night_is_a_command_that_runs_as_all_other_schedulers_run_it() {
        assertThat(SERVICES.at("/night/profiles/0").asString()).isEqualTo("night");
        assertThat(words("night", "entrypoint") + " " + words("night", "command"))
                .isEqualTo("/opt/nightfill/jobs/nightfill-retry 6h run --date yesterday --pending --input /data/input");
    }

    /** A command, its options and a setting that there are: {@code OperatingTest} explains each of these. */
    @Test
    void every_word_of_a_command_is_explained() {
        String explained = Script.read(Path.of("src/docs/operating.md"));
        assertThat(Stream.of(words("console", "command"), words("night", "command"))
                        .flatMap(words ->
                                Pattern.compile("--[a-z-]+").matcher(words).results())
                        .map(MatchResult::group))
                .contains("--address", "--behind-proxy", "--pending")
                .allMatch(option -> explained.contains('`' + option) || explained.contains(option + " "));
    }

    @Test
    void every_volume_that_is_used_is_there() {
        assertThat(yaml().get("volumes").propertyNames()).containsExactlyInAnyOrder("home", "database");
        assertThat(lines("VOLUME")).containsExactly("[\"/data/home\", \"/data/reports\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Type=oneshot", "OnFailure=nightfill-wake@%N.service", "TimeoutStartSec=6h30min"})
    void the_unit_is_as_the_one_without_a_container(String line) {
        assertThat(Script.read(Path.of("jobs/systemd/nightfill.service")).lines())
                .contains(line);
        assertThat(Script.read(PLACE.resolve("nightfill.service")).lines()).contains(line);
    }

    @Test
    void the_unit_starts_the_night_of_this_file() {
        assertThat(Script.read(PLACE.resolve("nightfill.service")))
                .contains("ExecStart=/usr/bin/docker compose --file /opt/nightfill/jobs/container/compose.yaml"
                        + " run --rm -T --name nightfill-night night\n")
                .contains("ExecStopPost=-/usr/bin/docker stop -t 300 nightfill-night\n")
                .contains("ExecStartPre=-/usr/bin/docker rm nightfill-night\n");
        assertThat(Files.isRegularFile(PLACE.resolve("compose.yaml"))).isTrue();
    }

    private static String words(String service, String key) {
        return SERVICES.at("/" + service + "/" + key)
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.joining(" "));
    }

    /** What an instruction says, lines that go on in one piece. */
    private static Stream<String> lines(String instruction) {
        return DOCKERFILE
                .replaceAll("\\\\\n\\s*", "")
                .lines()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1));
    }

    private static JsonNode yaml() {
        Object content = new Yaml().load(Script.read(PLACE.resolve("compose.yaml")));
        return new ObjectMapper().valueToTree(content);
    }
}
