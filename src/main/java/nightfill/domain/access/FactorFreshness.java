package nightfill.domain.access;

import java.time.Duration;
import java.time.Instant;

/** How long ago a person may have shown the second factor to do what cannot be undone. */
public final class FactorFreshness {

    public static final Duration LIMIT = Duration.ofMinutes(15);

    private FactorFreshness() {}

    /** Whether a factor that was shown at one instant still counts at another. */
    public static boolean isFresh(Instant shown, Instant now) {
        return !shown.isAfter(now) && !now.isAfter(shown.plus(LIMIT));
    }
}
