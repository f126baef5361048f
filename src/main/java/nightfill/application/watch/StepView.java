package nightfill.application.watch;

import java.time.Duration;
import java.time.Instant;
import nightfill.application.watch.RunRecord.StepRecord;
import nightfill.domain.watch.NightStatus;
import org.jspecify.annotations.Nullable;

/**
 * A step of an attempt.
 *
 * @param usual how long it took in the median of the last finished nights; null where that is not known
 */
public record StepView(
        StepRecord step, NightStatus status, @Nullable Duration usual) {

    /** When it ended; of one that was cut off, when it was heard of last; null while it may be under way. */
    public @Nullable Instant ended() {
        Instant ended = step.times().ended();
        return ended != null || status.isUnderWay() ? ended : step.counts().last();
    }

    /** Up to a moment, or to the end if that was before. */
    public Duration elapsed(Instant now) {
        return new Times(step.times().started(), ended()).elapsed(now);
    }
}
