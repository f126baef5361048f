package nightfill.domain.watch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How it is known whether the owner of the run lock lives. */
public enum Evidence {
    /** Its session holds the lock, and its heart has beaten lately. */
    BEATS(Liveness.ALIVE),
    /** This host has no such process any more. */
    PROCESS_GONE(Liveness.DEAD),
    /** Its session has ended, so it holds the lock no more and can write nothing; it never let go of it. */
    SESSION_ENDED(Liveness.DEAD),
    /** Its process exists on this host, and gives no sign: it may be suspended. */
    SILENT_HERE(Liveness.CANNOT_BE_TOLD),
    /** It gives no sign, and whether its process exists cannot be seen from this host. */
    SILENT_ELSEWHERE(Liveness.CANNOT_BE_TOLD);

    private final Liveness liveness;

    Evidence(Liveness liveness) {
        this.liveness = liveness;
    }

    public Liveness liveness() {
        return liveness;
    }

    /**
     * What can be seen of an owner.
     *
     * @param holdsLock whether its session is there, and holds the lock
     * @param onThisHost whether its process would be seen from here
     * @param gone whether it would be seen, and is not
     * @param silence since its last heartbeat; null where none is known
     */
    public record Signs(
            boolean holdsLock,
            boolean onThisHost,
            boolean gone,
            @Nullable Duration silence) {}

    /**
     * What the signs show.
     *
     * @param stale how long a silence must be to mean anything
     */
    public static Evidence of(Signs signs, Duration stale) {
        if (signs.gone()) {
            return PROCESS_GONE;
        }
        if (!signs.holdsLock()) {
            return SESSION_ENDED;
        }
        Duration silence = signs.silence();
        if (silence != null && silence.compareTo(stale) < 0) {
            return BEATS;
        }
        return signs.onThisHost() ? SILENT_HERE : SILENT_ELSEWHERE;
    }
}
