package nightfill.adapter.web.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nightfill.application.access.RetryPlans;
import nightfill.application.access.RetryPlans.Coming;
import nightfill.application.act.Acts;
import nightfill.application.act.RunTarget;
import nightfill.application.compare.CompareInput;
import nightfill.application.compare.CompareInput.Compared;
import nightfill.application.watch.Attempt.Asked;
import nightfill.application.watch.RunRecord.Publication;
import nightfill.application.watch.RunView;
import nightfill.domain.access.Actor.Kind;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.watch.Retries;

/**
 * What lies ahead of a run: what somebody has just asked for, and, where it is not done, what its scheduler does, and
 * what running it again would begin with.
 */
public record Ahead(RetryPlans plans, CompareInput input, InstantSource clock) {

    private static final Duration PATIENCE = Duration.ofMillis(50);

    /** What is known of it. */
    record Known(Optional<AuditEntry> starting, Optional<Retries> retries, Optional<Compared> input) {

        /** Of the scheduler that tries. */
        Optional<Instant> deadline(RunView run, Instant now) {
            return retries.flatMap(found -> found.deadline(run.status().isUnderWay(), now));
        }
    }

    Known of(RunView run) {
        Coming coming = plans.coming(
                isDone(run) ? List.of() : tried(run),
                new RunTarget(run).asked(),
                clock.instant().minus(Acts.STARTING));
        return new Known(Acts.starting(coming.open()), coming.retries(), input.of(run.record(), PATIENCE));
    }

    private static List<Long> tried(RunView run) {
        return run.record().attempts().stream()
                .flatMap(attempt -> Optional.ofNullable(attempt.asked()).stream())
                .filter(request -> request.actor().kind() == Kind.SCHEDULER)
                .map(Asked::entry)
                .toList();
    }

    /** A finished one may have to be published still. */
    private static boolean isDone(RunView run) {
        return switch (run.run().state()) {
            case LOADING, ALLOCATING, DISCARDED -> false;
            case FINISHED -> run.contents().publications().stream().allMatch(Publication::there);
            case REPLACED, ABANDONED -> true;
        };
    }
}
