package nightfill.process;

import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nightfill.adapter.log.LogbackLabels;
import nightfill.adapter.log.OtlpSpans;
import nightfill.application.problem.Problem;
import nightfill.domain.access.Actor;
import org.springframework.batch.core.configuration.annotation.BatchObservabilityBeanPostProcessor;
import org.springframework.context.support.GenericApplicationContext;

/**
 * How the program is watched from outside.
 *
 * @param json whether the log has a JSON object a line
 * @param traces the variables of OpenTelemetry; none where no traces are wanted
 */
public record Telemetry(boolean json, Map<String, String> traces) {

    /** A log for people, and no traces. */
    public static final Telemetry USUAL = new Telemetry(false, Map.of());

    private static final String OPEN_TELEMETRY = "OTEL_";
    private static final List<String> COLLECTORS =
            List.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT");

    /**
     * As the variables have it.
     *
     * @throws Problem (usage) when a value makes no sense, naming variable and value
     */
    public static Telemetry from(Map<String, String> environment) {
        return new Telemetry(json(environment), traces(environment));
    }

    private static boolean json(Map<String, String> environment) {
        String format = environment.getOrDefault("NIGHTFILL_LOG_FORMAT", "").strip();
        return switch (format) {
            case "", "text" -> false;
            case "json" -> true;
            default -> throw Problem.usage("NIGHTFILL_LOG_FORMAT is %s, which is not text or json".formatted(format));
        };
    }

    private static Map<String, String> traces(Map<String, String> environment) {
        List<String> named = COLLECTORS.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .toList();
        named.forEach(name -> requireAddress(name, environment.getOrDefault(name, "")));
        Map<String, String> variables = new HashMap<>(named.isEmpty() ? Map.of() : environment);
        variables.keySet().removeIf(name -> !name.startsWith(OPEN_TELEMETRY));
        return variables;
    }

    /** One that makes no sense is not shown, for a password may be in it. */
    private static void requireAddress(String name, String address) {
        if (!isAddress(address)) {
            throw Problem.usage("%s is not an address such as http://127.0.0.1:4318".formatted(name));
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return List.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Before the first entry of the log is written. */
    public void prepare(Actor actor) {
        System.setProperty(LogbackLabels.STARTED_BY, actor.title());
        if (json) {
            System.setProperty("logback.configurationFile", "logback-json.xml");
            // what writes the entries logs while it is set up, and people would be told of that
            System.setProperty("slf4j.internal.verbosity", "ERROR");
        }
    }

    /** Has the framework's jobs and steps observed, where somebody collects traces. */
    public void observe(GenericApplicationContext context) {
        if (!traces.isEmpty()) {
            context.registerBean(OtlpSpans.class, () -> new OtlpSpans(traces));
            context.registerBean(
                    ObservationRegistry.class,
                    () -> context.getBean(OtlpSpans.class).registry());
            context.registerBean(BatchObservabilityBeanPostProcessor.class);
        }
    }
}
