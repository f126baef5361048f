package nightfill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each pod that a manifest makes: it may do as little as the strictest of Kubernetes' own standards asks for. */
class KubernetesPodsTest {

    private static final Path MANIFESTS = Path.of("jobs/kubernetes");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void each_pod_is_restricted() throws IOException {
        assertThat(pods())
                .hasSize(2)
                .allSatisfy(
                        pod -> assertThat(new RestrictedPod(pod).violations()).isEmpty());
    }

    @Test
    void no_pod_is_given_a_way_to_the_cluster() throws IOException {
        assertThat(pods()).allSatisfy(pod -> {
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.findValues("secret")).isEmpty();
            assertThat(pod.findValues("envFrom")).isEmpty();
        });
    }

    @Test
    void a_secret_is_the_databases_and_comes_by_its_key() throws IOException {
        assertThat(pods()).allSatisfy(pod -> {
            assertThat(pod.findValues("secretKeyRef"))
                    .extracting(ref -> ref.path("key").asString())
                    .containsExactly("url", "user", "password");
            assertThat(new RestrictedPod(pod).containers()).hasSize(1);
            assertThat(pod.at("/containers/0/env").valueStream().filter(each -> each.has("value")))
                    .extracting(each -> each.path("name").asString())
                    .containsExactly("NIGHTFILL_ZONE", "NIGHTFILL_HOME", "NIGHTFILL_OUTPUT");
        });
    }

    /** A rule that nobody saw fail proves nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Host Namespaces | / | {hostNetwork: true}",
                "Host Namespaces | / | {hostPID: true}",
                "Host Namespaces | / | {hostIPC: true}",
                "Sysctls | /securityContext | {sysctls: [{name: kernel.msgmax, value: '1'}]}",
                "Volume Types | /volumes/0 | {hostPath: {path: /}}",
                "Volume Types | /volumes/3 | {nfs: {server: a, path: /}}",
                "Privileged Containers | /containers/0/securityContext | {privileged: true}",
                "HostProcess | /securityContext | {windowsOptions: {hostProcess: true}}",
                "HostProcess | /containers/0/securityContext | {windowsOptions: {hostProcess: true}}",
                "Host Ports | /containers/0 | {ports: [{containerPort: 80, hostPort: 80}]}",
                "Host Probes / Lifecycle Hooks | /containers/0 | {livenessProbe: {httpGet: {host: a, port: 1}}}",
                "AppArmor | /securityContext | {appArmorProfile: {type: Unconfined}}",
                "SELinux | /securityContext | {seLinuxOptions: {type: spc_t}}",
                "SELinux | /containers/0/securityContext | {seLinuxOptions: {user: root}}",
                "/proc Mount Type | /containers/0/securityContext | {procMount: Unmasked}",
                "Privilege Escalation | /containers/0/securityContext | {allowPrivilegeEscalation: true}",
                "Privilege Escalation | /containers/0/securityContext | {allowPrivilegeEscalation: null}",
                "Running as Non-root | /securityContext | {runAsNonRoot: null}",
                "Running as Non-root | /containers/0/securityContext | {runAsNonRoot: false}",
                "Running as Non-root user | /securityContext | {runAsUser: 0}",
                "Running as Non-root user | /containers/0/securityContext | {runAsUser: 0}",
                "Seccomp | /securityContext | {seccompProfile: null}",
                "Seccomp | /securityContext | {seccompProfile: {type: Unconfined}}",
                "Seccomp | /containers/0/securityContext | {seccompProfile: {type: Unconfined}}",
                "Capabilities | /containers/0/securityContext | {capabilities: null}",
                "Capabilities | /containers/0/securityContext | {capabilities: {drop: [NET_RAW]}}",
                "Capabilities | /containers/0/securityContext | {capabilities: {drop: [ALL], add: [CHOWN]}}",
                "read-only root file system | /containers/0/securityContext | {readOnlyRootFilesystem: false}"
            })
    void each_rule_is_broken_by_a_pod_that_does_more(String rule, String place, String more) throws IOException {
        for (JsonNode pod : pods()) {
            ObjectNode changed = (ObjectNode) (place.equals("/") ? pod : pod.at(place));
            ObjectNode added = JSON.valueToTree(new Yaml().<Object>load(more));
            added.properties().forEach(each -> changed.set(each.getKey(), each.getValue()));
            assertThat(new RestrictedPod(pod).violations()).containsExactly(rule);
        }
    }

    @Test
    void a_container_that_begins_the_pod_is_held_to_the_rules_too() throws IOException {
        for (JsonNode pod : pods()) {
            ArrayNode begin = ((ObjectNode) pod).putArray("initContainers");
            begin.addObject().put("name", "prepare");
            assertThat(new RestrictedPod(pod).violations())
                    .containsExactly("Privilege Escalation", "Capabilities", "read-only root file system");
        }
    }

    /** What has containers, wherever a manifest has it. */
    private static List<JsonNode> pods() throws IOException {
        try (Stream<Path> files = Files.list(MANIFESTS)) {
            return files.sorted()
                    .flatMap(KubernetesPodsTest::documents)
                    .flatMap(document -> document.findParents("containers").stream())
                    .toList();
        }
    }

    private static Stream<JsonNode> documents(Path file) {
        Iterable<Object> all = new Yaml().loadAll(Script.read(file));
        return StreamSupport.stream(all.spliterator(), false).map(JSON::<JsonNode>valueToTree);
    }
}
