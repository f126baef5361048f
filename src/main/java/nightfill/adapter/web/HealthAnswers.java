package nightfill.adapter.web;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import nightfill.application.metrics.DatabaseProbe;
import nightfill.application.sampling.Samples;
import nightfill.application.sampling.Sampling;
import nightfill.application.sampling.Snapshot.State;
import nightfill.application.sampling.Unanswered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says to everybody whether the console and its database answer, and no more; the database is asked every two seconds at most. */
@Controller
public final class HealthAnswers {

    private final Samples<String, Boolean> database;
    private final InstantSource clock;

    public HealthAnswers(DatabaseProbe probe, Sampling sampling, InstantSource clock) {
        this.database = sampling.of(question -> probe.answers());
        this.clock = clock;
    }

    /** Whether it can do what people ask of it. */
    @GetMapping({"/actuator/health", "/actuator/health/readiness"})
    public ResponseEntity<byte[]> ready() {
        return answers() ? answer(HttpStatus.OK, "UP") : answer(HttpStatus.SERVICE_UNAVAILABLE, "DOWN");
    }

    /** Whether it is there: to start it again would not bring the database back. */
    @GetMapping("/actuator/health/liveness")
    public ResponseEntity<byte[]> alive() {
        return answer(HttpStatus.OK, "UP");
    }

    private boolean answers() {
        try {
            return database.get("", clock.instant().minus(Sampling.AGE)).state() == State.NEW;
        } catch (Unanswered e) {
            return false;
        }
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, String word) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"status\":\"%s\"}".formatted(word).getBytes(StandardCharsets.US_ASCII));
    }
}
