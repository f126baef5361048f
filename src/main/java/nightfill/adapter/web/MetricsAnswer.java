package nightfill.adapter.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import nightfill.application.metrics.GatherMetrics;
import nightfill.application.metrics.Metrics;
import nightfill.application.metrics.MetricsFormat;
import nightfill.application.metrics.Observation;
import nightfill.application.sampling.Samples;
import nightfill.application.sampling.Sampling;
import nightfill.application.sampling.Unanswered;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says what machines watch; however often they ask, the database is asked every ten seconds at most. */
@Controller
public final class MetricsAnswer {

    private static final Duration AGE = Duration.ofSeconds(10);

    private final MetricsFormat format;
    private final Samples<String, Metrics> metrics;
    private final InstantSource clock;

    public MetricsAnswer(MetricsFormat format, GatherMetrics metrics, Sampling sampling, InstantSource clock) {
        this.format = format;
        this.metrics = sampling.of(question -> metrics.gather());
        this.clock = clock;
    }

    @GetMapping("/actuator/prometheus")
    public ResponseEntity<byte[]> show() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        format.write(seen(), text);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .body(text.toByteArray());
    }

    private Observation seen() {
        try {
            return Observation.of(metrics.get("", clock.instant().minus(AGE)));
        } catch (Unanswered e) {
            return Observation.NONE;
        }
    }
}
