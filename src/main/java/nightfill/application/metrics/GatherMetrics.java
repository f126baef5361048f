package nightfill.application.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nightfill.application.access.Audited;
import nightfill.application.access.RetryPlans;
import nightfill.application.access.RetryPlans.Planned;
import nightfill.application.watch.NeedsAttention;
import nightfill.application.watch.NightFilter;
import nightfill.application.watch.NightList;
import nightfill.application.watch.NightRow;
import nightfill.application.watch.RunView;
import nightfill.application.watch.ShowRun;
import nightfill.domain.run.RunName;

/** Gathers what machines watch of nights, from the newest dates. */
public record GatherMetrics(
        NightList nights,
        ShowRun runs,
        NeedsAttention attention,
        RetryPlans plans,
        RunRequests requests,
        InstantSource clock) {

    private static final int DATES = 30;

    /** How long a deadline is of interest after it has passed. */
    private static final Duration AFTERWARDS = Duration.ofDays(7);

    public Metrics gather() {
        Instant now = clock.instant();
        NightList.Page page = nights.page(NightFilter.ALL, null, DATES);
        List<NightRow> rows = page.nights();
        Function<RunName, Optional<RunView>> known = once(name -> runs.of(name, now));
        return new Metrics(
                rows.stream()
                        .findFirst()
                        .map(newest ->
                                NightFigures.of(newest, known.apply(newest.run().name()), now)),
                FinishedFigures.of(rows, known, now),
                Unsettled.of(attention.find(page.owner())),
                plans.dates(now.minus(AFTERWARDS)).stream().findFirst().map(planned -> deadline(planned, rows)),
                requests.last(),
                page.owner());
    }

    /** The newest night is often the one that was finished last. */
    private static <K, T> Function<K, T> once(Function<K, T> question) {
        Map<K, T> answers = new HashMap<>();
        return key -> answers.computeIfAbsent(key, question);
    }

    private static Deadline deadline(Planned planned, List<NightRow> rows) {
        boolean done = planned.outcome().equals(Audited.DONE);
        return new Deadline(planned.date(), planned.retries().plan().until(), done || isFinished(planned.date(), rows));
    }

    private static boolean isFinished(LocalDate date, List<NightRow> rows) {
        return FinishedFigures.dates(rows).anyMatch(date::equals);
    }
}
