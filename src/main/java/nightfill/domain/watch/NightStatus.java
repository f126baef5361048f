package nightfill.domain.watch;

import java.util.Optional;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** How a night is going or went, and each attempt at it. */
public enum NightStatus {
    RUNNING,
    /** It was asked to stop, and ends at its next commit. */
    STOPPING,
    /** It may run, but its process gives no sign, and cannot be seen from here. */
    SILENT,
    FINISHED,
    STOPPED,
    FAILED,
    /** Its feeds are not fit to be taken. */
    REFUSED,
    /** Its books do not balance. */
    UNBALANCED,
    /** Its process died before it could say why. */
    KILLED,
    ABANDONED,
    /** A correction is current instead. */
    REPLACED;

    public boolean isUnderWay() {
        return this == RUNNING || this == STOPPING || this == SILENT;
    }

    /** Whether it ended otherwise than somebody wanted it to. */
    public boolean isTrouble() {
        return this == FAILED || this == REFUSED || this == UNBALANCED || this == KILLED;
    }

    /** Of a run and the last attempt at it, if there was any. */
    public static NightStatus of(Run.State run, @Nullable NightStatus lastAttempt, Optional<Liveness> owner) {
        return switch (run) {
            case FINISHED -> FINISHED;
            case REPLACED -> REPLACED;
            case ABANDONED -> ABANDONED;
            case LOADING, ALLOCATING -> lastAttempt == null ? underWay(RUNNING, owner) : lastAttempt;
            case DISCARDED -> lastAttempt == null ? KILLED : lastAttempt;
        };
    }

    /**
     * Of an attempt that has not ended as far as is recorded.
     *
     * @param alive what it is if its process lives
     * @param owner of the run lock, without which nobody works on a night
     */
    static NightStatus underWay(NightStatus alive, Optional<Liveness> owner) {
        return owner.map(liveness -> switch (liveness) {
                    case ALIVE -> alive;
                    case CANNOT_BE_TOLD -> SILENT;
                    case DEAD -> KILLED;
                })
                .orElse(KILLED);
    }
}
