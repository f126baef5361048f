package nightfill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.adapter.cli.text.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SchedulerFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"systemd/nightfill.service", "crontab"})
    void systemd_and_cron_start_the_installed_program_with_its_settings_and_a_deadline(String name) {
        assertThat(file(name))
                .contains("/etc/nightfill/nightfill.env")
                .contains("/opt/nightfill/jobs/nightfill-retry 6h run --date yesterday --pending --input /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nightfill.env", "crontab", "systemd/nightfill.timer", "kubernetes/cronjob.yaml"})
    void all_name_the_same_zone(String name) {
        assertThat(file(name)).contains("Europe/Berlin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nightfill.env", "kubernetes/cronjob.yaml"})
    void all_name_a_database_server(String name) {
        assertThat(file(name)).contains("NIGHTFILL_DB_URL", "NIGHTFILL_DB_USER", "NIGHTFILL_DB_PASSWORD");
    }

    /** As Nightfill wants it; else it would close it, and warn, each night. */
    @Test
    void nobody_opens_the_home_to_others() {
        assertThat(file("systemd/nightfill.service")).contains("StateDirectoryMode=0700");
        JsonNode pod = yaml("kubernetes/cronjob.yaml").at("/spec/jobTemplate/spec/template/spec");
        assertThat(pod.at("/securityContext/fsGroupChangePolicy").asString()).isEqualTo("OnRootMismatch");
        assertThat(file("kubernetes/cronjob.yaml"))
                .contains("mountPath: /data/home\n", "value: /data/home/nightfill\n");
    }

    @Test
    void systemd_wakes_someone_when_the_night_has_failed() {
        assertThat(file("systemd/nightfill.service")).contains("OnFailure=nightfill-wake@%N.service");
        assertThat(file("systemd/nightfill-wake@.service")).contains("${NIGHTFILL_WAKE}");
    }

    /** Of all settings that are documented. */
    @Test
    void systemd_gives_whoever_is_woken_no_setting_but_his_own() {
        String unit = file("systemd/nightfill-wake@.service");
        Set<String> withheld = unit.lines()
                .filter(line -> line.startsWith("UnsetEnvironment="))
                .flatMap(line -> Stream.of(line.replaceFirst(".*?=", "").split(" ")))
                .collect(Collectors.toSet());
        assertThat(withheld).containsAll(settings()).doesNotContain("NIGHTFILL_WAKE");
        assertThat(unit).contains("InaccessiblePaths=-/etc/nightfill/nightfill.env ");
    }

    private static Set<String> settings() {
        return Stream.of("src/docs/operating.md", "jobs/README.md")
                .map(name -> Script.read(Path.of(name)))
                .flatMap(page -> Pattern.compile("NIGHTFILL_[A-Z_]+|JAVA_OPTS")
                        .matcher(page)
                        .results())
                .map(MatchResult::group)
                .filter(name -> !name.equals("NIGHTFILL_WAKE"))
                .collect(Collectors.toSet());
    }

    @Test
    void kubernetes_gives_whoever_wakes_nothing_of_the_database() {
        assertThat(yaml("kubernetes/wake.yaml").findValues("secretKeyRef")).isEmpty();
        assertThat(file("kubernetes/wake.yaml")).doesNotContain("nightfill-database", "envFrom");
    }

    @Test
    void kubernetes_runs_one_night_at_a_time_in_its_zone_until_a_deadline() {
        JsonNode cronJob = yaml("kubernetes/cronjob.yaml").get("spec");
        assertThat(cronJob.at("/concurrencyPolicy").asString()).isEqualTo("Forbid");
        assertThat(cronJob.at("/timeZone").asString()).isEqualTo("Europe/Berlin");
        assertThat(cronJob.at("/startingDeadlineSeconds").isInt()).isTrue();
        assertThat(cronJob.at("/jobTemplate/spec/activeDeadlineSeconds").isInt())
                .isTrue();
    }

    @Test
    void kubernetes_gives_up_at_once_exactly_where_a_person_is_needed() {
        List<Integer> given = rules().valueStream()
                .filter(rule -> rule.at("/action").asString().equals("FailJob"))
                .flatMap(rule -> rule.at("/onExitCodes/values").valueStream())
                .map(JsonNode::asInt)
                .toList();
        assertThat(given).filteredOn(code -> code < 100).containsExactlyElementsOf(needAPerson());
    }

    private static List<Integer> needAPerson() {
        return Stream.of(ExitCode.USAGE, ExitCode.REFUSED, ExitCode.FEEDS_CHANGED, ExitCode.UNBALANCED)
                .map(ExitCode::number)
                .toList();
    }

    private static JsonNode rules() {
        return yaml("kubernetes/cronjob.yaml").at("/spec/jobTemplate/spec/podFailurePolicy/rules");
    }

    private static JsonNode yaml(String name) {
        Object content = new Yaml().load(file(name));
        return new ObjectMapper().valueToTree(content);
    }

    private static String file(String name) {
        return Script.read(Path.of("jobs").resolve(name));
    }
}
