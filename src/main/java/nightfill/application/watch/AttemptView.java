package nightfill.application.watch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.application.watch.RunRecord.StepRecord;
import nightfill.domain.watch.Liveness;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Recorded;
import org.jspecify.annotations.Nullable;

/** An attempt at a run, with its steps in the order in which they were taken. */
public record AttemptView(JudgedAttempt judged, List<StepView> steps) {

    static AttemptView of(
            Attempt attempt, Optional<Liveness> owner, List<StepRecord> all, Map<String, Duration> usual) {
        JudgedAttempt judged = JudgedAttempt.of(attempt, owner);
        return new AttemptView(
                judged,
                all.stream()
                        .filter(step -> step.attempt() == attempt.id())
                        .map(step -> new StepView(step, status(step, judged.status()), usual.get(step.name())))
                        .toList());
    }

    /** A step that has not ended is going as its attempt is. */
    private static NightStatus status(StepRecord step, NightStatus attempt) {
        Recorded recorded = step.recorded();
        return recorded.isOpen() || recorded.judge(false, Optional.empty()) == NightStatus.FAILED
                ? attempt
                : recorded.judge(false, Optional.empty());
    }

    public Attempt attempt() {
        return judged.attempt();
    }

    public NightStatus status() {
        return judged.status();
    }

    /** From when to when, as far as it is known; one that was cut off ended when its last step was heard of last. */
    public Times times() {
        Times times = attempt().times();
        StepView last = lastStep();
        boolean cutOff = status() == NightStatus.KILLED && times.ended() == null;
        return cutOff && last != null ? new Times(times.started(), last.ended()) : times;
    }

    /** The step that is, or was, under way last; null where there is none. */
    public @Nullable StepView lastStep() {
        return steps.isEmpty() ? null : steps.get(steps.size() - 1);
    }
}
