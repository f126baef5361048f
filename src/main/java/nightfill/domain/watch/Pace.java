package nightfill.domain.watch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a step is getting on.
 *
 * @param rows worked so far by this attempt
 * @param elapsed since it began
 * @param share of what this attempt has to do, 0 to 1; null where it is not known
 */
public record Pace(long rows, Duration elapsed, @Nullable Double share) {

    private static final double MILLIS = 1000;

    /** A smaller share says too little of how fast the rest will go. */
    private static final double ENOUGH = 0.05;

    /** The share of what is to be done that is done, of work that began with a share of the whole done already. */
    public static double since(double before, double share) {
        return before >= 1 ? 1 : Math.max(0, Math.min(1, (share - before) / (1 - before)));
    }

    /** Null until it can be told. */
    public @Nullable Double rowsPerSecond() {
        return rows == 0 || elapsed.toMillis() == 0 ? null : rows * MILLIS / elapsed.toMillis();
    }

    /**
     * How long it will go on: as its share shows, else as such steps usually take.
     *
     * @param usual how long they take; null where it is not known
     */
    public @Nullable Duration remaining(@Nullable Duration usual) {
        if (share != null && share >= ENOUGH) {
            return Duration.ofMillis((long) (elapsed.toMillis() * (1 - Math.min(1, share)) / share));
        }
        if (usual == null) {
            return null;
        }
        return usual.compareTo(elapsed) > 0 ? usual.minus(elapsed) : Duration.ZERO;
    }
}
