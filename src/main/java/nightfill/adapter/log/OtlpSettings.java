package nightfill.adapter.log;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.slf4j.LoggerFactory;

/** OpenTelemetry's own settings: no night fails for one that makes no sense, and none is shown that opens the collector. */
final class OtlpSettings {

    private static final Map<String, String> DEFAULTS =
            Map.of("otel.service.name", "nightfill", "otel.exporter.otlp.protocol", "http/protobuf");

    /** Whatever a machine sets for all its programs: there is nothing but spans. */
    private static final Map<String, String> NOTHING_ELSE =
            Map.of("otel.metrics.exporter", "none", "otel.logs.exporter", "none", "otel.propagators", "none");

    private static final List<String> HEADERS =
            List.of("otel.exporter.otlp.headers", "otel.exporter.otlp.traces.headers");

    /** Whoever sends it shows one that he cannot send. */
    private static final Pattern CAN_BE_SENT = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]*");

    private final Map<String, String> settings = new HashMap<>(DEFAULTS);

    /** @param variables as the environment names them */
    OtlpSettings(Map<String, String> variables) {
        variables.forEach(
                (name, value) -> settings.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
    }

    /** What sends as they say, or else nothing, with a warning in the log. */
    OpenTelemetrySdk open() {
        try {
            return AutoConfiguredOpenTelemetrySdk.builder()
                    .addPropertiesSupplier(() -> settings)
                    .addPropertiesCustomizer(OtlpSettings::checked)
                    .disableShutdownHook()
                    .build()
                    .getOpenTelemetrySdk();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(OtlpSettings.class)
                    .warn("no traces are sent, for a setting of OpenTelemetry's makes no sense: {}", reason(e));
            return OpenTelemetrySdk.builder().build();
        }
    }

    private static Map<String, String> checked(ConfigProperties properties) {
        for (String name : HEADERS) {
            if (!properties.getMap(name).values().stream().allMatch(OtlpSettings::canBeSent)) {
                throw new ConfigurationException(name + " has one that cannot be sent");
            }
        }
        return NOTHING_ELSE;
    }

    private static boolean canBeSent(String header) {
        try {
            return CAN_BE_SENT
                    .matcher(URLDecoder.decode(header, StandardCharsets.UTF_8))
                    .matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Without values. */
    private static String reason(RuntimeException failure) {
        return ExceptionUtils.getThrowableList(failure).stream()
                .map(each -> String.valueOf(each.getMessage()).split("=", 2)[0])
                .collect(Collectors.joining(": "));
    }
}
