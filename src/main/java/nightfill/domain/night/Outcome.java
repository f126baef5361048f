package nightfill.domain.night;

import nightfill.domain.feed.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a feed comes to.
 *
 * @param reason of a rejected row, and of no other
 */
public record Outcome(Kind kind, @Nullable RejectReason reason) {

    public static final Outcome APPLIED = new Outcome(Kind.APPLIED, null);
    public static final Outcome DUPLICATE = new Outcome(Kind.DUPLICATE, null);
    public static final Outcome SUPERSEDED = new Outcome(Kind.SUPERSEDED, null);

    public Outcome {
        if ((kind == Kind.REJECTED) != (reason != null)) {
            throw new IllegalArgumentException("not an outcome: %s %s".formatted(kind, reason));
        }
    }

    public static Outcome rejected(RejectReason reason) {
        return new Outcome(Kind.REJECTED, reason);
    }

    /** All rows of a feed are counted under one of these. */
    public enum Kind {
        APPLIED,
        /** Equal to what is known. */
        DUPLICATE,
        /** A later date's night has the last word. */
        SUPERSEDED,
        REJECTED
    }
}
