package nightfill.application.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nightfill.application.watch.RunRecord.Chain;
import nightfill.application.watch.RunRecord.Contents;
import nightfill.domain.watch.NightStatus;
import org.jspecify.annotations.Nullable;

/**
 * A run as its page shows it.
 *
 * @param attempts in the order in which they were made
 * @param progress while it is under way
 * @param owner of the run lock, whatever it works on
 */
public record RunView(
        RunRecord record,
        NightStatus status,
        List<AttemptView> attempts,
        Optional<NightProgress> progress,
        Optional<Owner> owner) {

    public RunFacts run() {
        return record.run();
    }

    public Chain chain() {
        return record.chain();
    }

    public Contents contents() {
        return record.contents();
    }

    /** Null where nothing was attempted. */
    public @Nullable AttemptView lastAttempt() {
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
    }

    /** Of all attempts that have ended; null where none has. */
    public @Nullable Duration duration() {
        return Times.together(
                attempts.stream().map(each -> each.attempt().times()).toList());
    }

    /** Of the last nights of the same weekday; null where there is none. */
    public @Nullable Duration usualDuration() {
        return NightRow.usual(record.past().sameWeekday());
    }

    /** When it would be done if it were done as its weekday usually is, on the clock of a zone; null where that is not known. */
    public @Nullable Instant usualEnd(ZoneId zone) {
        return NightRow.usualEnd(run().name().date(), record.past().sameWeekday(), zone);
    }
}
