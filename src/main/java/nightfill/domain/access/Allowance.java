package nightfill.domain.access;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets refusals that are alike be noted one by one, 20 at once and one more each minute; those beyond are counted, and the
 * next one that is noted says how many they were. So whoever guesses makes a trail grow only so fast.
 *
 * @param full when 20 may be noted at once again
 * @param unsaid how many were counted, and not noted
 */
public record Allowance(Instant full, long unsaid) {

    public static final int AT_ONCE = 20;
    public static final Duration EACH = Duration.ofMinutes(1);

    /** Nothing was refused yet. */
    public static final Allowance FULL = new Allowance(Instant.EPOCH, 0);

    /** Whether one more may be noted now. */
    public boolean hasRoom(Instant now) {
        return !full.isAfter(now.plus(EACH.multipliedBy(AT_ONCE - 1)));
    }

    /** After one more refusal, which was noted if there was room. */
    public Allowance after(Instant now) {
        return hasRoom(now)
                ? new Allowance((full.isAfter(now) ? full : now).plus(EACH), 0)
                : new Allowance(full, unsaid + 1);
    }
}
