package nightfill.adapter.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.observation.Observation;
import java.io.IOException;
import java.util.Map;
import nightfill.harness.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Settings of OpenTelemetry's, also such as a machine has for all its programs, stop no night. */
class OtlpSpansTest {

    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("nightfill.adapter.log");

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_TRACES_SAMPLER, secret, otel.traces.sampler",
        "OTEL_TRACES_EXPORTER, zipkin, zipkin",
        "OTEL_EXPORTER_OTLP_PROTOCOL, grpc, Grpc",
        "OTEL_EXPORTER_OTLP_TIMEOUT, soon, otel.exporter.otlp.timeout",
        "OTEL_EXPORTER_OTLP_CERTIFICATE, /nowhere, certificate",
        "OTEL_BSP_SCHEDULE_DELAY, -5, delay must be non-negative"
    })
    void nothing_is_sent_where_one_makes_no_sense_and_the_log_says_which(String name, String value, String said) {
        work(Map.of(ENDPOINT, "http://127.0.0.1:1", name, value));
        assertThat(log.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("no traces are sent", said);
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_EXPORTER_OTLP_HEADERS, secret",
        "OTEL_EXPORTER_OTLP_HEADERS, 'a=b,secret'",
        "OTEL_EXPORTER_OTLP_HEADERS, a=“secret”",
        "OTEL_EXPORTER_OTLP_HEADERS, a=secret%0D%0Asecret",
        "OTEL_EXPORTER_OTLP_HEADERS, a=%secret",
        "OTEL_EXPORTER_OTLP_TRACES_HEADERS, a=secret%00"
    })
    void what_opens_the_collector_is_not_shown(String name, String value) {
        work(Map.of(ENDPOINT, "http://127.0.0.1:1", name, value));
        assertThat(log.list)
                .singleElement()
                .satisfies(entry -> assertThat(entry.getThrowableProxy()).isNull())
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("headers")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_PROPAGATORS, b3",
        "OTEL_METRICS_EXPORTER, prometheus",
        "OTEL_LOGS_EXPORTER, console",
        "OTEL_SERVICE_NAME, étage"
    })
    void what_is_about_other_things_than_spans_does_not_matter(String name, String value) throws IOException {
        try (Collector collector = new Collector()) {
            work(Map.of(ENDPOINT, collector.address(), name, value));
            assertThat(collector.spans()).hasSize(1);
        }
        assertThat(log.list).isEmpty();
    }

    @Test
    void nothing_is_sent_where_that_is_switched_off() throws IOException {
        try (Collector collector = new Collector()) {
            work(Map.of(ENDPOINT, collector.address(), "OTEL_SDK_DISABLED", "true"));
            assertThat(collector.spans()).isEmpty();
        }
        assertThat(log.list).isEmpty();
    }

    private static void work(Map<String, String> variables) {
        try (OtlpSpans spans = new OtlpSpans(variables)) {
            Observation.start("spring.batch.job", spans.registry()).stop();
        }
    }
}
