package nightfill.application.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nightfill.application.watch.RunRecord.FeedRecord;
import nightfill.application.watch.RunRecord.StepRecord;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Pace;
import org.jspecify.annotations.Nullable;

/**
 * Works out how far a run has come.
 *
 * @param usual how long each step usually takes, in the order in which they are taken
 */
record ProgressOfRun(RunRecord record, List<AttemptView> attempts, Map<String, Duration> usual) {

    Optional<NightProgress> progress(NightStatus status, Instant now) {
        if (!status.isUnderWay() || attempts.isEmpty()) {
            return Optional.empty();
        }
        StepView step = attempts.get(attempts.size() - 1).lastStep();
        return step == null ? Optional.empty() : Optional.of(progress(step.step(), now));
    }

    private NightProgress progress(StepRecord step, Instant now) {
        Pace pace = new Pace(step.counts().read(), step.times().elapsed(now), share(step));
        boolean ended = step.times().ended() != null;
        Duration remaining = ended ? Duration.ZERO : pace.remaining(usual.get(step.name()));
        return new NightProgress(
                step.name(),
                step.counts().phase(),
                pace,
                remaining,
                remaining == null ? null : remaining.plus(stepsToCome()));
    }

    /** As the step noted it; until it has, of the feed that it loads. */
    private @Nullable Double share(StepRecord step) {
        return step.counts().share() == null
                ? shareOfFeed(step.name())
                : step.counts().share();
    }

    private @Nullable Double shareOfFeed(String step) {
        return record.contents().feeds().stream()
                .filter(feed -> step.equals("load " + feed.feed().label().replace('_', ' ')))
                .filter(feed -> feed.bytes() > 0)
                .map(ProgressOfRun::share)
                .findFirst()
                .orElse(null);
    }

    private static double share(FeedRecord feed) {
        return Math.min(1, (double) feed.readUpTo() / feed.bytes());
    }

    /** Steps that were completed, by whichever attempt, are not taken again. */
    private Duration stepsToCome() {
        Set<String> taken = attempts.stream()
                .flatMap(attempt -> attempt.steps().stream())
                .filter(step ->
                        step.status() == NightStatus.FINISHED || step.status().isUnderWay())
                .map(step -> step.step().name())
                .collect(Collectors.toSet());
        return usual.entrySet().stream()
                .filter(step -> !taken.contains(step.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
