package nightfill.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "text"})
    void the_log_is_for_people_unless_it_is_wanted_otherwise(String format) {
        assertThat(Telemetry.from(Map.of("NIGHTFILL_LOG_FORMAT", format))).isEqualTo(Telemetry.USUAL);
        assertThat(Telemetry.from(Map.of())).isEqualTo(Telemetry.USUAL);
    }

    @Test
    void the_log_is_json_where_that_is_wanted() {
        assertThat(Telemetry.from(Map.of("NIGHTFILL_LOG_FORMAT", "json")).json())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON", "xml", "ecs"})
    void another_format_is_wrong_usage(String format) {
        assertThat(usage(Map.of("NIGHTFILL_LOG_FORMAT", format)))
                .isEqualTo("NIGHTFILL_LOG_FORMAT is %s, which is not text or json".formatted(format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"})
    void traces_are_sent_where_a_collector_is_named_and_nowhere_else(String name) {
        Map<String, String> named = Map.of(name, "http://127.0.0.1:4318/v1/traces", "OTEL_SERVICE_NAME", "night");
        assertThat(Telemetry.from(Map.of("OTEL_SERVICE_NAME", "night", name, " ")))
                .isEqualTo(Telemetry.USUAL);
        assertThat(Telemetry.from(named).traces()).isEqualTo(named);
    }

    @Test
    void no_setting_but_those_of_open_telemetry_is_handed_on() {
        Telemetry telemetry = Telemetry.from(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "https://otel.example.com:4318", "NIGHTFILL_DB_PASSWORD", "secret"));
        assertThat(telemetry.traces()).containsOnlyKeys("OTEL_EXPORTER_OTLP_ENDPOINT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:4318",
                "ftp://a/b",
                "http://",
                "http://a b",
                "http://anna:secret@a:4318",
                "http://a_b/"
            })
    void what_is_no_address_is_wrong_usage_and_not_shown(String address) {
        assertThat(usage(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", address)))
                .isEqualTo("OTEL_EXPORTER_OTLP_ENDPOINT is not an address such as http://127.0.0.1:4318");
    }

    private static String usage(Map<String, String> environment) {
        Problem problem = catchThrowableOfType(Problem.class, () -> Telemetry.from(environment));
        assertThat(problem.kind()).isEqualTo(Kind.USAGE);
        return problem.what();
    }
}
