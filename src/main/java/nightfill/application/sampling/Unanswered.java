package nightfill.application.sampling;

import org.jspecify.annotations.Nullable;

/** The database gives no answer now, and has never answered that question. */
public final class Unanswered extends RuntimeException {

    private final Snapshot.State state;

    Unanswered(Snapshot.State state, @Nullable RuntimeException failure) {
        super(state == Snapshot.State.SLOW ? "the question takes too long" : "the database does not answer", failure);
        this.state = state;
    }

    /** Whether that question alone took too long. */
    public boolean isSlow() {
        return state == Snapshot.State.SLOW;
    }

    Snapshot.State state() {
        return state;
    }
}
