package nightfill.application.metrics;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;

/** Writes what machines watch of nights into a file, for those who run no server. */
public record WriteMetrics(GatherMetrics metrics, MetricsFile file) {

    /**
     * Gathers and writes; where the database does not answer, the file says that.
     *
     * @param unanswered is told why there is nothing to write
     * @throws IOException when the file cannot be written; it says what it said before
     */
    public void write(Consumer<RuntimeException> unanswered) throws IOException {
        file.replace(observe(unanswered));
    }

    private Observation observe(Consumer<RuntimeException> unanswered) {
        Instant at = metrics.clock().instant();
        try {
            return new Observation(true, metrics.gather(), at);
        } catch (RuntimeException e) {
            unanswered.accept(e);
            return Observation.NONE;
        }
    }
}
