package nightfill.adapter.postgres.lock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import nightfill.adapter.postgres.server.LockOwner;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
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
    private static final String LATER = "try again when it is done (nightfill status tells how far it is)";

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
        return new Problem(
                Kind.BUSY,
                "busy: %s is at work on this database since %s; %s"
                        .formatted(
                                name(), sinceIn(zone), beatAt == null ? LATER : advice(pulse, takeOver, zone, beatAt)));
    }

    /** Paused just then, it would do so after all. */
    Problem puttingFiles(Throwable cause) {
        return new Problem(
                Kind.BUSY,
                "busy: %s stands still while it puts files in place, and cannot be kept from it; end it there, or try again"
                        .formatted(name()),
                cause);
    }

    private String advice(Pulse pulse, boolean takeOver, ZoneId zone, Instant beat) {
        String heartbeat = "its last heartbeat was %d s ago"
                .formatted(Math.max(0, Duration.between(beat, now).toSeconds()));
        if (isStale(pulse)) {
            return heartbeat + "; if it hangs or its host is cut off, run --take-over takes the night over";
        }
        return takeOver
                ? "%s, and --take-over is possible from %s on if there is none until then; %s"
                        .formatted(
                                heartbeat, TIME.format(beat.plus(pulse.stale()).atZone(zone)), LATER)
                : heartbeat + "; " + LATER;
    }
}
