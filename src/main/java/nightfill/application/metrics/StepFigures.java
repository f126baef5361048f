package nightfill.application.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightfill.application.watch.AttemptView;
import nightfill.application.watch.StepView;
import nightfill.domain.watch.Pace;
import org.jspecify.annotations.Nullable;

/**
 * A step of a night, in all attempts together.
 *
 * @param took until it ended, or as long as it is under way
 * @param read rows
 * @param written rows
 */
public record StepFigures(String name, Duration took, long read, long written) {

    /** In the order in which they were taken first. */
    static List<StepFigures> of(List<AttemptView> attempts, Instant now) {
        Map<String, StepFigures> steps = new LinkedHashMap<>();
        attempts.stream()
                .flatMap(attempt -> attempt.steps().stream())
                .map(step -> of(step, now))
                .forEach(step -> steps.merge(step.name, step, StepFigures::plus));
        return List.copyOf(steps.values());
    }

    private static StepFigures of(StepView step, Instant now) {
        return new StepFigures(
                step.step().name(),
                step.elapsed(now),
                step.step().counts().read(),
                step.step().counts().written());
    }

    private StepFigures plus(StepFigures other) {
        return new StepFigures(name, took.plus(other.took), read + other.read, written + other.written);
    }

    /** Null where it cannot be told. */
    public @Nullable Double rowsPerSecond() {
        return new Pace(read, took, null).rowsPerSecond();
    }
}
