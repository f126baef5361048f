package nightfill.adapter.postgres.lock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import nightfill.adapter.postgres.server.LockOwner;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.problem.Remedy.TakeOverFrom;
import org.jspecify.annotations.Nullable;

/**
 * Who has the run lock, all times by the server's clock.
 *
 * @param beatAt when its heart beat last; null where that is not known
 * @param now when this was seen
 */
record LockHolder(
        String applicationName, Instant since, @Nullable Instant beatAt, Instant now) {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    boolean isDead() {
        return LockOwner.parse(applicationName).map(LockOwner::isDead).orElse(false);
    }

    /** Whether its heart has not beaten for so long that others may take over. */
    boolean isStale(Pulse pulse) {
        return beatAt != null && !beatAt.plus(pulse.stale()).isAfter(now);
    }

    /** For people: {@code process 77 on host}. */
    String name() {
        return LockOwner.parse(applicationName)
                .map(process -> "process %d on %s".formatted(process.pid(), process.hostForPeople()))
                .orElse(applicationName);
    }

    /** For people, in their zone. */
    String sinceIn(ZoneId zone) {
        return DAY_AND_TIME.format(since.atZone(zone));
    }

    Problem busy(Pulse pulse, boolean takeOver, ZoneId zone) {
        String busy = "busy: %s has been at work on this database since %s".formatted(name(), sinceIn(zone));
        if (beatAt == null) {
            return Problem.busy(busy, Act.RETRY_LATER);
        }
        String what = "%s; its last heartbeat was %d s ago"
                .formatted(busy, Math.max(0, Duration.between(beatAt, now).toSeconds()));
        if (isStale(pulse)) {
            return Problem.busy(what, Act.TAKE_OVER);
        }
        String stale = TIME.format(beatAt.plus(pulse.stale()).atZone(zone));
        return takeOver
                ? Problem.busy(what, Act.RETRY_LATER, new TakeOverFrom(stale))
                : Problem.busy(what, Act.RETRY_LATER);
    }

    /** Paused just then, it would do so after all. */
    Problem puttingFiles(Throwable cause) {
        return new Problem(
                Kind.BUSY,
                "busy: %s is suspended while it puts files in place, and cannot be kept from it".formatted(name()),
                cause,
                Remedy.mend("end it there"),
                Act.RETRY);
    }
}
