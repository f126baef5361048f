package nightfill.application.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nightfill.application.watch.NightRow;
import nightfill.application.watch.RunView;
import nightfill.application.watch.Times;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.NightStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a night is going, or went.
 *
 * @param times from the beginning of its first attempt to the end of its last one
 * @param attempts how many were made at its run
 */
public record NightFigures(
        RunName run, NightStatus status, Times times, Took took, int attempts, List<StepFigures> steps) {

    /**
     * How long it took.
     *
     * @param all attempts that have ended, together; null where none has
     * @param usual the median of the same weekdays; null where there is none
     */
    public record Took(@Nullable Duration all, @Nullable Duration usual) {}

    static NightFigures of(NightRow night, Optional<RunView> run, Instant now) {
        return new NightFigures(
                night.run().name(),
                night.status(),
                times(night),
                new Took(night.duration(), night.usualDuration()),
                night.attempts().size(),
                run.map(view -> StepFigures.of(view.attempts(), now)).orElse(List.of()));
    }

    private static Times times(NightRow night) {
        List<Times> all =
                night.attempts().stream().map(each -> each.attempt().times()).toList();
        if (all.isEmpty()) {
            return new Times(null, null);
        }
        return new Times(
                all.get(0).started(),
                night.status().isUnderWay() ? null : all.get(all.size() - 1).ended());
    }
}
