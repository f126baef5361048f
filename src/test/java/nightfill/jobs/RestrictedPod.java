package nightfill.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The specification of a pod, held to the Kubernetes Pod Security Standard "restricted", its "baseline" included
 * (kubernetes.io/docs/concepts/security/pod-security-standards, as of Kubernetes 1.34), and to a root file system that
 * cannot be written.
 */
record RestrictedPod(JsonNode spec) {

    private static final List<String> CONTAINERS = List.of("initContainers", "containers", "ephemeralContainers");
    private static final Set<String> VOLUMES = Set.of(
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "persistentVolumeClaim",
            "projected",
            "secret",
            "name");
    private static final Set<String> SELINUX =
            Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");
    private static final List<String> SECCOMP = List.of("RuntimeDefault", "Localhost");
    private static final Set<String> SYSCTLS = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.ping_group_range",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes");

    /** Where it does more than the standard lets it do, by the names that the standard gives. */
    List<String> violations() {
        List<String> found = new ArrayList<>();
        check(
                found,
                "Host Namespaces",
                Stream.of("hostNetwork", "hostPID", "hostIPC").noneMatch(this::isTrue));
        check(found, "Sysctls", at(spec, "/securityContext/sysctls").allMatch(s -> SYSCTLS.contains(text(s, "/name"))));
        check(found, "Volume Types", at(spec, "/volumes").allMatch(v -> VOLUMES.containsAll(v.propertyNames())));
        containers().forEach(container -> checkContainer(found, container));
        return found.stream().distinct().toList();
    }

    Stream<JsonNode> containers() {
        return CONTAINERS.stream().flatMap(kind -> spec.path(kind).valueStream());
    }

    private void checkContainer(List<String> found, JsonNode container) {
        JsonNode own = container.path("securityContext");
        List<JsonNode> both = List.of(own, spec.path("securityContext"));
        check(found, "Privileged Containers", !own.path("privileged").asBoolean(false));
        check(
                found,
                "HostProcess",
                both.stream().noneMatch(c -> c.at("/windowsOptions/hostProcess").asBoolean(false)));
        check(
                found,
                "Host Ports",
                at(container, "/ports").allMatch(p -> p.path("hostPort").asInt(0) == 0));
        check(
                found,
                "Host Probes / Lifecycle Hooks",
                container.findValues("host").isEmpty());
        check(
                found,
                "AppArmor",
                both.stream().noneMatch(c -> text(c, "/appArmorProfile/type").equals("Unconfined")));
        check(found, "SELinux", both.stream().allMatch(RestrictedPod::isOrdinarySelinux));
        check(found, "/proc Mount Type", Set.of("", "Default").contains(text(own, "/procMount")));
        check(
                found,
                "Privilege Escalation",
                !own.path("allowPrivilegeEscalation").asBoolean(true));
        check(found, "Running as Non-root", first(both, "/runAsNonRoot").equals("true"));
        check(
                found,
                "Running as Non-root user",
                both.stream().noneMatch(c -> text(c, "/runAsUser").equals("0")));
        check(found, "Seccomp", SECCOMP.contains(first(both, "/seccompProfile/type")));
        check(found, "Capabilities", isWithoutCapabilities(own.path("capabilities")));
        check(
                found,
                "read-only root file system",
                own.path("readOnlyRootFilesystem").asBoolean(false));
    }

    private static boolean isOrdinarySelinux(JsonNode context) {
        return SELINUX.contains(text(context, "/seLinuxOptions/type"))
                && text(context, "/seLinuxOptions/user").isEmpty()
                && text(context, "/seLinuxOptions/role").isEmpty();
    }

    private static boolean isWithoutCapabilities(JsonNode capabilities) {
        return at(capabilities, "/drop").anyMatch(dropped -> dropped.asString().equals("ALL"))
                && at(capabilities, "/add").allMatch(added -> added.asString().equals("NET_BIND_SERVICE"));
    }

    /** A container's own word comes before the pod's. */
    private static String first(List<JsonNode> contexts, String path) {
        return contexts.stream()
                .map(context -> text(context, path))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private boolean isTrue(String name) {
        return spec.path(name).asBoolean(false);
    }

    private static Stream<JsonNode> at(JsonNode node, String path) {
        return node.at(path).valueStream();
    }

    private static String text(JsonNode node, String path) {
        return node.at(path).asString("");
    }

    private static void check(List<String> found, String rule, boolean holds) {
        if (!holds) {
            found.add(rule);
        }
    }
}
