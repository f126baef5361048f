package nightfill.adapter.postgres.lock;

import java.time.Duration;

/**
 * How an owner of the run lock shows that it lives, and how long others wait for one that does not.
 *
 * @param every how often its heart beats
 * @param answer how long the server may take over an answer before the owner takes it for lost
 * @param stale how old the last heartbeat must be for others to take over
 * @param patience how long one that is taken over may need to let go
 */
record Pulse(Duration every, Duration answer, Duration stale, Duration patience) {

    private static final Duration SHORT = Duration.ofSeconds(5);

    static final Pulse USUAL =
            new Pulse(Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofSeconds(10));

    /** Where an answer is good to have, and not needed. */
    Pulse brief() {
        return new Pulse(every, SHORT, stale, patience);
    }
}
