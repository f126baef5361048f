package nightfill.application.metrics;

import java.time.Instant;
import nightfill.application.sampling.Snapshot;
import nightfill.application.sampling.Snapshot.State;
import org.jspecify.annotations.Nullable;

/**
 * What is shown to machines.
 *
 * @param answers whether the database does
 * @param metrics as it said last; null where it has said nothing
 * @param at when it was asked; null where it has said nothing
 */
public record Observation(
        boolean answers,
        @Nullable Metrics metrics,
        @Nullable Instant at) {

    /** Nothing, for the database does not answer. */
    public static final Observation NONE = new Observation(false, null, null);

    public static Observation of(Snapshot<Metrics> snapshot) {
        return new Observation(snapshot.state() == State.NEW, snapshot.value(), snapshot.at());
    }
}
