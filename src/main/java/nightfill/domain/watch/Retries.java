package nightfill.domain.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a scheduler has done about a night under one plan, and will do; decides as {@code nightfill-retry} does.
 *
 * @param tries at least one, in the order in which they were made
 */
public record Retries(RetryPlan plan, List<Try> tries) {

    /** How long after its time a try may begin: it waits for the machine, and for a database that does not answer yet. */
    private static final Duration LATE = Duration.ofMinutes(2);

    /**
     * A try.
     *
     * @param ended null while it has not, or where its process died before it could say so
     * @param outcome as the audit trail has it; empty where there is none
     */
    public record Try(Instant began, @Nullable Instant ended, String outcome) {}

    /** What comes next, and when; null where that is not known. */
    public record Upcoming(Step step, @Nullable Instant at) {}

    /** What a scheduler does next, or did last. */
    public enum Step {
        /** It waits for the try that is under way. */
        WORKS,
        TRIES_AGAIN,
        /** It should have tried again and has not: it is gone itself. */
        IS_OVERDUE,
        IS_DONE,
        WOKE_SOMEONE
    }

    /**
     * Judges by the last try.
     *
     * @param underWay whether the night's process is at work
     */
    public Upcoming upcoming(boolean underWay, Instant now) {
        Try last = tries.get(tries.size() - 1);
        if (last.ended == null) {
            return underWay ? new Upcoming(Step.WORKS, plan.until()) : afterDeath(now);
        }
        return switch (last.outcome) {
            case "DONE", "STOPPED" -> new Upcoming(Step.IS_DONE, last.ended);
            case "FAILED", "BUSY", "NOT_READY" -> afterFailure(last.ended, now);
            default -> new Upcoming(Step.WOKE_SOMEONE, last.ended);
        };
    }

    /** When it ends a night that is not finished by then, and wakes someone; nothing where it does neither any more. */
    public Optional<Instant> deadline(boolean underWay, Instant now) {
        Step step = upcoming(underWay, now).step();
        return Optional.of(plan.until()).filter(until -> step == Step.WORKS || step == Step.TRIES_AGAIN);
    }

    /** A process that died has not said when. */
    private Upcoming afterDeath(Instant now) {
        return now.isBefore(plan.until())
                ? new Upcoming(Step.TRIES_AGAIN, null)
                : new Upcoming(Step.WOKE_SOMEONE, plan.until());
    }

    private Upcoming afterFailure(Instant ended, Instant now) {
        Instant next = ended.plus(plan.pause());
        if (!next.isBefore(plan.until())) {
            return new Upcoming(Step.WOKE_SOMEONE, ended);
        }
        return new Upcoming(now.isAfter(next.plus(LATE)) ? Step.IS_OVERDUE : Step.TRIES_AGAIN, next);
    }
}
