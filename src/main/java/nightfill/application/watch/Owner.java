package nightfill.application.watch;

import java.time.Duration;
import java.time.Instant;
import nightfill.domain.watch.Evidence;
import nightfill.domain.watch.Liveness;
import org.jspecify.annotations.Nullable;

/**
 * Who owns the run lock, all times by the server's clock.
 *
 * @param session what its other database session does; null where it has none
 */
public record Owner(
        Who who,
        Held held,
        Heard heard,
        Evidence evidence,
        @Nullable Session session) {

    /**
     * A process.
     *
     * @param name for people: {@code process 77 on shop-1}
     * @param host empty, as {@code process} is 0, where the process is not one of Nightfill
     */
    public record Who(String name, String host, long process) {}

    /**
     * The lock as it has it.
     *
     * @param fence what it raised when it took the lock; whoever raised it last may write; 0 where it raised none
     */
    public record Held(Instant since, long fence) {}

    /**
     * Its last sign of life.
     *
     * @param beatAt its last heartbeat; null where none is known
     * @param seenAt when this was seen
     */
    public record Heard(@Nullable Instant beatAt, Instant seenAt) {

        /** Null where no heartbeat is known. */
        public @Nullable Duration silence() {
            if (beatAt == null) {
                return null;
            }
            Duration silence = Duration.between(beatAt, seenAt);
            return silence.isNegative() ? Duration.ZERO : silence;
        }
    }

    /**
     * What a session does.
     *
     * @param state as the server calls it, such as {@code active}
     * @param waitsFor empty where it waits for nothing
     */
    public record Session(String state, Instant since, String waitsFor) {}

    public Liveness liveness() {
        return evidence.liveness();
    }
}
