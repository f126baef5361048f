package nightfill.application.problem;

import org.jspecify.annotations.Nullable;

/** Ends a use case: of what kind it is, and one line for people (what, where, what to do). */
public final class Problem extends RuntimeException {

    private final Kind kind;

    public Problem(Kind kind, String message) {
        this(kind, message, null);
    }

    public Problem(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public static Problem refused(String message) {
        return new Problem(Kind.REFUSED, message);
    }

    public static Problem notReady(String message) {
        return new Problem(Kind.NOT_READY, message);
    }

    /** The same problem, of which more is known. */
    public Problem and(String more) {
        return new Problem(kind, getMessage() + "; " + more, this);
    }

    public Kind kind() {
        return kind;
    }

    /** What a problem means for whoever runs the use case; a driver makes exit or status codes of it. */
    public enum Kind {
        /** May pass by itself: database, disk, publish. */
        FAILED,
        /** What was asked for makes no sense. */
        USAGE,
        /** Nothing was changed; a person decides. */
        REFUSED,
        /** Somebody else is at work there. */
        BUSY,
        /** The date is finished, but its feeds have changed since. */
        FEEDS_CHANGED,
        /** As somebody asked. */
        STOPPED,
        /** Feeds are missing, torn or changing. */
        NOT_READY,
        /** The books or the reports are wrong. */
        UNBALANCED
    }
}
