package nightfill.adapter.log;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationView;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sends a span for each job and each of its steps by OTLP to where OpenTelemetry's own settings say; it is sent in the
 * background, and what cannot be sent is lost: all of it, where the settings make no sense.
 */
public final class OtlpSpans implements ObservationHandler<Observation.Context>, AutoCloseable {

    /** Of a command that is over, for a collector that does not answer. */
    private static final int PATIENCE_SECONDS = 2;

    private static final String JOB = "spring.batch.job";
    private static final String STEP = "spring.batch.step";

    /** How each of the two says what it is called. */
    private static final Set<String> NAMES = Set.of(JOB + ".name", STEP + ".name");

    private final OtlpSettings settings;
    private @Nullable OpenTelemetrySdk sdk;

    /** @param variables those of OpenTelemetry, as the environment names them */
    public OtlpSpans(Map<String, String> variables) {
        settings = new OtlpSettings(variables);
    }

    /** What is observed by it is sent; of the rest, which is each row that is read, nothing is. */
    public ObservationRegistry registry() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig()
                .observationPredicate((name, context) -> name.equals(JOB) || name.equals(STEP))
                .observationHandler(this);
        return registry;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return true;
    }

    @Override
    public void onStart(Observation.Context context) {
        context.put(
                Span.class,
                tracer().spanBuilder(context.getName())
                        .setParent(parent(context))
                        .startSpan());
    }

    private static Context parent(Observation.Context context) {
        ObservationView parent = context.getParentObservation();
        Span span = parent == null ? null : parent.getContextView().get(Span.class);
        return span == null ? Context.root() : Context.root().with(span);
    }

    @Override
    public void onStop(Observation.Context context) {
        Span span = context.getRequired(Span.class);
        context.getAllKeyValues().forEach(pair -> describe(span, pair.getKey(), pair.getValue()));
        LogbackLabels.now().forEach(span::setAttribute);
        Throwable failure = context.getError();
        if (failure != null) {
            span.recordException(failure).setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    private static void describe(Span span, String key, String value) {
        span.setAttribute(key, value);
        if (NAMES.contains(key)) {
            span.updateName(value);
        }
    }

    private synchronized Tracer tracer() {
        OpenTelemetrySdk opened = sdk;
        if (opened == null) {
            opened = settings.open();
            sdk = opened;
        }
        return opened.getTracer("nightfill");
    }

    @Override
    public synchronized void close() {
        if (sdk != null
                && !sdk.getSdkTracerProvider()
                        .shutdown()
                        .join(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .isSuccess()) {
            LoggerFactory.getLogger(OtlpSpans.class).warn("not all traces were received within {} s", PATIENCE_SECONDS);
        }
    }
}
