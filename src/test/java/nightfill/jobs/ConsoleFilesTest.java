package nightfill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import nightfill.adapter.cli.text.ExitCode;
import nightfill.adapter.web.StaticFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What systemd, Kubernetes and proxies take for the console. */
class ConsoleFilesTest {

    @Test
    void systemd_ends_the_console_and_no_night_that_it_started() {
        assertThat(unit("nightfill-console.service"))
                .contains("KillMode=process", "OOMPolicy=continue", "TemporaryFileSystem=/tmp:mode=1777")
                .noneMatch(line -> line.startsWith("PrivateTmp="));
    }

    @Test
    void systemd_starts_it_again_unless_a_person_is_needed() {
        assertThat(unit("nightfill-console.service"))
                .contains("Restart=on-failure")
                .contains(
                        "RestartPreventExitStatus=%d %d".formatted(ExitCode.USAGE.number(), ExitCode.REFUSED.number()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User=",
                "UMask=",
                "StateDirectory=",
                "StateDirectoryMode=",
                "EnvironmentFile=",
                "ReadWritePaths="
            })
    void systemd_lets_it_write_what_a_night_writes(String setting) {
        Predicate<String> same = line -> line.startsWith(setting);
        assertThat(unit("nightfill-console.service").stream().filter(same))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        unit("nightfill.service").stream().filter(same).toList());
    }

    @Test
    void kubernetes_gives_it_what_it_gives_to_nights() {
        JsonNode night = documents("cronjob.yaml").get(0).at("/spec/jobTemplate/spec/template/spec");
        JsonNode console = documents("console.yaml").get(0).at("/spec/template/spec");
        for (String same : List.of("/volumes", "/securityContext", "/containers/0/image")) {
            assertThat(console.at(same)).as(same).isEqualTo(night.at(same));
        }
        for (String same : List.of("/env", "/volumeMounts", "/securityContext")) {
            assertThat(console.at("/containers/0" + same)).as(same).isEqualTo(night.at("/containers/0" + same));
        }
    }

    @Test
    void nights_start_from_where_the_scheduler_starts_them() {
        assertThat(starting("systemd/nightfill-console.service")).isEqualTo(starting("systemd/nightfill.service"));
        assertThat(starting("kubernetes/console.yaml")).isEqualTo(starting("kubernetes/cronjob.yaml"));
    }

    /** What is named as INPUT. */
    private static String starting(String name) {
        Matcher input = Pattern.compile("--input,? ([^\\s\\]]+)").matcher(Script.read(Path.of("jobs", name)));
        assertThat(input.find()).isTrue();
        return input.group(1);
    }

    @Test
    void kubernetes_never_has_two_pods_with_nights_of_the_same_console() {
        JsonNode spec = documents("console.yaml").get(0).at("/spec");
        assertThat(spec.at("/strategy/type").asString()).isEqualTo("Recreate");
        assertThat(spec.at("/replicas").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"startupProbe", "readinessProbe", "livenessProbe"})
    void kubernetes_asks_for_what_takes_neither_session_nor_database(String probe) {
        JsonNode container = documents("console.yaml").get(0).at("/spec/template/spec/containers/0");
        assertThat(container.at("/" + probe + "/httpGet/path").asString()).isIn(StaticFiles.PATHS);
        assertThat(container.at("/" + probe + "/httpGet/port").asString())
                .isEqualTo(container.at("/ports/0/name").asString());
    }

    @Test
    void the_service_and_its_policy_lead_to_the_console() {
        List<JsonNode> all = documents("console.yaml");
        JsonNode labels = all.get(0).at("/spec/template/metadata/labels");
        assertThat(all.get(0).at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(all.get(1).at("/spec/selector")).isEqualTo(labels);
        assertThat(all.get(1).at("/spec/ports/0/targetPort").asString()).isEqualTo("http");
        assertThat(all.get(2).at("/spec/podSelector/matchLabels")).isEqualTo(labels);
        assertThat(all.get(2).at("/spec/ingress")).hasSize(1);
    }

    @Test
    void nginx_says_who_asked_and_by_what_and_keeps_nothing() {
        String text = Pattern.compile("#.*").matcher(proxy("nginx.conf")).replaceAll("");
        assertThat(text.chars().filter(c -> c == '{').count())
                .isEqualTo(text.chars().filter(c -> c == '}').count());
        assertThat(text.replaceAll("\\s+", " "))
                .contains("proxy_set_header X-Forwarded-For $remote_addr;")
                .contains("proxy_set_header X-Forwarded-Proto $scheme;")
                .contains("proxy_http_version 1.1;")
                .contains("proxy_request_buffering off;")
                .contains("proxy_max_temp_file_size 0;")
                .contains("return 301 https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx.conf", "Caddyfile"})
    void proxies_lead_to_where_the_console_listens_by_itself(String name) {
        assertThat(proxy(name)).contains("127.0.0.1:8080");
    }

    private static List<String> unit(String name) {
        return Script.read(Path.of("jobs/systemd", name)).lines().toList();
    }

    private static String proxy(String name) {
        return Script.read(Path.of("jobs/proxy", name));
    }

    private static List<JsonNode> documents(String name) {
        Iterable<Object> all = new Yaml().loadAll(Script.read(Path.of("jobs/kubernetes", name)));
        return StreamSupport.stream(all.spliterator(), false)
                .<JsonNode>map(each -> new ObjectMapper().valueToTree(each))
                .toList();
    }
}
