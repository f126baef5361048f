package nightfill.adapter.web.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nightfill.application.access.RetryPlans;
import nightfill.application.compare.CompareInput;
import nightfill.application.compare.CompareInput.Compared;
import nightfill.application.watch.Attempt.Asked;
import nightfill.application.watch.RunRecord.Publication;
import nightfill.application.watch.RunView;
import nightfill.domain.access.Actor.Kind;
import nightfill.domain.watch.Retries;

/** What lies ahead of a run that is not done: what its scheduler does, and what running it again would begin with. */
public record Ahead(RetryPlans plans, CompareInput input) {

    private static final Duration PATIENCE = Duration.ofMillis(50);

    /** What is known of it. */
    record Known(Optional<Retries> retries, Optional<Compared> input) {

        /** Of the scheduler that tries. */
        Optional<Instant> deadline(RunView run, Instant now) {
            return retries.flatMap(found -> found.deadline(run.status().isUnderWay(), now));
        }
    }

    Known of(RunView run) {
        return new Known(isDone(run) ? Optional.empty() : retries(run), input.of(run.record(), PATIENCE));
    }

    private Optional<Retries> retries(RunView run) {
        List<Long> asked = run.record().attempts().stream()
                .flatMap(attempt -> Optional.ofNullable(attempt.asked()).stream())
                .filter(request -> request.actor().kind() == Kind.SCHEDULER)
                .map(Asked::entry)
                .toList();
        return asked.isEmpty() ? Optional.empty() : plans.of(asked);
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
