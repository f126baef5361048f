package nightfill.domain.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * How a scheduler tries again by itself what may pass.
 *
 * @param pause between the end of a try and the next one
 * @param until when it stops what still runs, and wakes someone
 */
public record RetryPlan(Duration pause, Instant until) {}
