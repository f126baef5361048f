package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import nightfill.harness.Child;
import nightfill.harness.Collector;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.Test;

/** Traces of real nights, as a collector receives them. */
class TracesIT extends InstalledNightfill {

    @Test
    void a_night_is_a_span_with_one_for_each_step() throws IOException {
        nightfill.with("NIGHTFILL_CALLER", "scheduler").arriveMixed(FRIDAY);
        try (Collector collector = new Collector()) {
            nightfill.with("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address());
            nightfill.run(FRIDAY).with(0);
            assertThat(collector.services()).isNotEmpty().containsOnly("nightfill");
            Span night = named("night", collector);
            assertThat(night.getParentSpanId().isEmpty()).isTrue();
            assertThat(Collector.values(night.getAttributesList()))
                    .containsAllEntriesOf(Map.of("run", "2026-11-20 run 1", "actor", "scheduler"));
            List<Span> steps = collector.spans().stream()
                    .filter(span -> span.getParentSpanId().equals(night.getSpanId()))
                    .toList();
            assertThat(steps)
                    .extracting(Span::getName)
                    .doesNotHaveDuplicates()
                    .startsWith("accept feeds", "load batches")
                    .contains("load order lines")
                    .endsWith("take effect", "allocate", "settle dispatches", "write reports");
            assertThat(collector.spans()).as("no rows").hasSize(1 + steps.size());
            assertThat(steps).allSatisfy(step -> {
                assertThat(step.getTraceId()).isEqualTo(night.getTraceId());
                assertThat(step.getStartTimeUnixNano()).isGreaterThanOrEqualTo(night.getStartTimeUnixNano());
                assertThat(step.getEndTimeUnixNano())
                        .isBetween(step.getStartTimeUnixNano(), night.getEndTimeUnixNano());
                assertThat(Collector.values(step.getAttributesList())).containsEntry("run", "2026-11-20 run 1");
            });
        }
    }

    @Test
    void a_step_that_fails_says_so() throws IOException {
        nightfill.arrive(FRIDAY, "batches.csv", "ref,sku,qty", "B,CHAIR,1");
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O,1,CHAIR,3");
        try (Collector collector = new Collector()) {
            nightfill.with("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address());
            nightfill.run(FRIDAY).with(3);
            assertThat(collector.spans())
                    .filteredOn(span -> span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR)
                    .isNotEmpty()
                    .allSatisfy(span -> assertThat(span.getEventsList()).isNotEmpty());
        }
    }

    @Test
    void nothing_is_sent_where_no_collector_is_named() throws IOException {
        nightfill.arriveSmall(FRIDAY);
        try (Collector collector = new Collector()) {
            nightfill.with("OTEL_SERVICE_NAME", "night").run(FRIDAY).with(0);
            assertThat(collector.spans()).isEmpty();
        }
    }

    /** It takes connections, and says nothing; then it is gone. */
    @Test
    void a_collector_that_does_not_answer_or_is_not_there_disturbs_no_night() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arriveSmall(SATURDAY);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            nightfill.with("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + silent.getLocalPort());
            nightfill.run(FRIDAY).with(0);
        }
        try (Child night = nightfill.startRun(SATURDAY)) {
            night.await().with(0);
        }
        assertThat(nightfill.home().resolve("logs/nightfill.log"))
                .content()
                .contains("not all traces were received within 2 s");
    }

    private static Span named(String name, Collector collector) {
        return collector.spans().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no span " + name + " in " + collector.spans()));
    }
}
