package nightfill.application.sampling;

import java.time.Instant;

/**
 * An answer of the database.
 *
 * @param at when it was asked
 * @param gone whether the database gives no newer answer
 */
public record Snapshot<T>(T value, Instant at, boolean gone) {

    Snapshot<T> last() {
        return new Snapshot<>(value, at, true);
    }
}
