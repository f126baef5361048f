package nightfill.application.sampling;

import java.time.Instant;

/**
 * An answer of the database.
 *
 * @param at when it was asked
 */
public record Snapshot<T>(T value, Instant at, State state) {

    /** Whether it is as new as was asked for; else whether this question takes too long, or none is answered. */
    public enum State {
        NEW,
        SLOW,
        GONE
    }

    Snapshot<T> last(State state) {
        return new Snapshot<>(value, at, state);
    }

    public boolean gone() {
        return state == State.GONE;
    }

    public boolean slow() {
        return state == State.SLOW;
    }
}
