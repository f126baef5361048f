package nightfill.application.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import nightfill.domain.access.Throttle;

/** Looks at one try after the other of whoever tries, and lets those who fail wait. */
public record Tries(FailedLogIns failed, InstantSource clock) {

    /**
     * Looks at a try, if it does not come too early; it counts as failed before it is looked at, so that many at once
     * are not looked at for the price of one.
     */
    boolean pass(String key, BooleanSupplier isRight) {
        Instant now = clock.instant();
        failed.forgetBefore(now.minus(Throttle.MEMORY));
        Throttle before = failed.of(key);
        if (!before.pause(now).isZero() || !failed.note(key, before, before.tried(now)) || !isRight.getAsBoolean()) {
            return false;
        }
        failed.forget(key);
        return true;
    }

    /** How long it takes until the next try is looked at. */
    Duration pause(String key) {
        return failed.of(key).pause(clock.instant());
    }
}
