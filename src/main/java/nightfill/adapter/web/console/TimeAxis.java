package nightfill.adapter.web.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nightfill.application.watch.AttemptView;
import nightfill.application.watch.StepView;
import org.jspecify.annotations.Nullable;

/** One axis of time for all attempts at a run, each from its own beginning on; long enough for what is usual. */
record TimeAxis(List<AttemptView> attempts, Duration length, Instant now) {

    /**
     * A step on the axis, in hundredths of its length.
     *
     * @param usual how long it usually is; null where that is not known
     */
    record Bar(String from, String length, @Nullable String usual) {}

    static TimeAxis of(List<AttemptView> attempts, Instant now) {
        Duration longest = attempts.stream()
                .flatMap(attempt -> attempt.steps().stream()
                        .flatMap(step -> Stream.of(
                                offset(attempt, step).plus(step.elapsed(now)),
                                offset(attempt, step).plus(usual(step)))))
                .reduce(Duration.ofSeconds(1), (one, other) -> one.compareTo(other) > 0 ? one : other);
        return new TimeAxis(attempts, longest, now);
    }

    boolean isLast(AttemptView attempt) {
        return attempts.indexOf(attempt) == attempts.size() - 1;
    }

    Bar bar(AttemptView attempt, StepView step) {
        return new Bar(
                share(offset(attempt, step)),
                share(step.elapsed(now)),
                step.usual() == null ? null : share(step.usual()));
    }

    private static Duration offset(AttemptView attempt, StepView step) {
        Instant began = attempt.attempt().times().started();
        Instant from = step.step().times().started();
        return began == null || from == null || from.isBefore(began) ? Duration.ZERO : Duration.between(began, from);
    }

    private static Duration usual(StepView step) {
        return step.usual() == null ? Duration.ZERO : step.usual();
    }

    private String share(Duration span) {
        return String.format(Locale.ROOT, "%.2f", 100.0 * span.toMillis() / length.toMillis());
    }
}
