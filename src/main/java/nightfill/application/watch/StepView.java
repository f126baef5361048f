package nightfill.application.watch;

import java.time.Duration;
import nightfill.application.watch.RunRecord.StepRecord;
import nightfill.domain.watch.NightStatus;
import org.jspecify.annotations.Nullable;

/**
 * A step of an attempt.
 *
 * @param usual how long it took in the median of the last finished nights; null where that is not known
 */
public record StepView(
        StepRecord step, NightStatus status, @Nullable Duration usual) {}
