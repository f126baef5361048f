package nightfill.application.night;

import org.jspecify.annotations.Nullable;

/**
 * What concerns this attempt at a night, and no other.
 *
 * @param takeOver whether the lock of an owner that gives no sign of life is to be taken
 * @param asked the entry of the audit trail that asked for it
 */
public record Attempt(boolean takeOver, @Nullable Long asked) {

    /** By nobody in particular. */
    public static final Attempt PLAIN = new Attempt(false, null);
}
