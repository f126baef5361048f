package nightfill.application.sampling;

import java.util.Optional;

/** Knows a database that does not answer from one that takes long over a question, and both from a mistake. */
public interface Loss {

    /** Whether no question would be answered now. */
    boolean isLoss(RuntimeException failure);

    /** Whether it failed because the session was broken off, or none could be opened. */
    default boolean isSevered(Throwable failure) {
        return false;
    }

    /** Whether that question alone took too long. */
    default boolean isSlow(RuntimeException failure) {
        return false;
    }

    /** Why a question got no answer: the database is gone, or too slow over it; nothing where it was neither. */
    default Optional<Snapshot.State> unanswered(RuntimeException failure) {
        if (failure instanceof Unanswered unanswered) {
            return Optional.of(unanswered.state());
        }
        return isLoss(failure)
                ? Optional.of(Snapshot.State.GONE)
                : Optional.of(Snapshot.State.SLOW).filter(state -> isSlow(failure));
    }
}
