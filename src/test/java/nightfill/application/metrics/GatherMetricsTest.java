package nightfill.application.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nightfill.application.access.RetryPlans;
import nightfill.application.figures.RunFigures;
import nightfill.application.figures.Tally;
import nightfill.application.watch.InMemoryNightRecords;
import nightfill.application.watch.NeedsAttention;
import nightfill.application.watch.NightList;
import nightfill.application.watch.Owner;
import nightfill.application.watch.RunRecord.Counts;
import nightfill.application.watch.RunRecord.StepRecord;
import nightfill.application.watch.ShowRun;
import nightfill.application.watch.SomeOwner;
import nightfill.application.watch.Times;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Evidence;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Recorded;
import nightfill.domain.watch.Retries;
import nightfill.domain.watch.Retries.Try;
import nightfill.domain.watch.RetryPlan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GatherMetricsTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Instant TWO = Instant.parse("2026-11-21T02:00:00Z");
    private static final Recorded DONE = new Recorded("COMPLETED", "COMPLETED", "");
    private static final Recorded FAILED = new Recorded("FAILED", "FAILED", "disk full");
    private static final Recorded STARTED = new Recorded("STARTED", "UNKNOWN", "");

    private final InMemoryNightRecords records = new InMemoryNightRecords();
    private final List<RetryPlans.Planned> plans = new ArrayList<>();
    private Optional<Owner> owner = Optional.empty();

    private Metrics metrics() {
        return new GatherMetrics(
                        new NightList(records, () -> owner),
                        new ShowRun(records, () -> owner),
                        new NeedsAttention(records, () -> owner),
                        new Plans(),
                        Optional::empty,
                        InstantSource.fixed(TWO.plus(Duration.ofMinutes(10))))
                .gather();
    }

    private final class Plans implements RetryPlans {

        @Override
        public void keep(long asked, RetryPlan plan) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Planned> dates(Instant since) {
            return plans.stream()
                    .filter(plan -> plan.retries().plan().until().isAfter(since))
                    .toList();
        }

        @Override
        public Coming coming(Collection<Long> asked, long after, Instant since) {
            throw new UnsupportedOperationException();
        }
    }

    private long finished(LocalDate date, int number, long open) {
        Tally left = new Tally(open, open);
        RunFigures figures = new RunFigures(Tally.NONE, Tally.NONE, new Tally(9, 9), left, RunFigures.NONE.rows(), 42);
        long run = records.run(new RunName(date, number), State.FINISHED, null, figures);
        attempt(run, DONE, 5);
        return run;
    }

    private long attempt(long run, Recorded recorded, @Nullable Integer minutes) {
        Instant ended = minutes == null ? null : TWO.plus(Duration.ofMinutes(minutes));
        return records.attempt(run, recorded, new Times(TWO, ended), null);
    }

    private void step(long attempt, long run, String name, @Nullable Integer minutes) {
        Instant ended = minutes == null ? null : TWO.plus(Duration.ofMinutes(minutes));
        records.steps.add(new StepRecord(
                attempt,
                run,
                name,
                minutes == null ? STARTED : DONE,
                new Times(TWO, ended),
                new Counts(1200, 1100, null, null, null)));
    }

    private void plan(LocalDate date, Duration ago, String outcome) {
        Instant until = TWO.minus(ago);
        plans.add(new RetryPlans.Planned(
                date,
                new Retries(new RetryPlan(Duration.ofMinutes(5), until), List.of(new Try(until, until, outcome))),
                ""));
    }

    @Test
    void where_nothing_was_ever_run_there_is_nothing() {
        Metrics none = metrics();

        assertThat(none.night()).isEmpty();
        assertThat(none.finished()).isEmpty();
        assertThat(none.deadline()).isEmpty();
        assertThat(none.unsettled().owed()).isZero();
        assertThat(none.unsettled().nights(NightStatus.FAILED)).isZero();
    }

    @Test
    void the_night_is_that_of_the_newest_date_and_what_was_finished_is_what_was_run_last() {
        finished(FRIDAY.minusDays(1), 1, 3);
        finished(FRIDAY, 1, 4);
        finished(FRIDAY.minusDays(2), 1, 5);
        long failed = records.run(new RunName(FRIDAY.plusDays(1), 1), State.ALLOCATING, null, RunFigures.NONE);
        attempt(failed, FAILED, 1);
        attempt(failed, FAILED, 2);

        Metrics seen = metrics();

        assertThat(seen.night()).get().satisfies(night -> {
            assertThat(night.run().date()).isEqualTo(FRIDAY.plusDays(1));
            assertThat(night.status()).isEqualTo(NightStatus.FAILED);
            assertThat(night.attempts()).isEqualTo(2);
            assertThat(night.times()).isEqualTo(new Times(TWO, TWO.plusSeconds(120)));
            assertThat(night.took().all()).isEqualTo(Duration.ofMinutes(3));
        });
        assertThat(seen.finished()).get().satisfies(finished -> {
            assertThat(finished.run().date()).isEqualTo(FRIDAY.minusDays(2));
            assertThat(finished.newest()).isEqualTo(FRIDAY);
            assertThat(finished.ended()).isEqualTo(TWO.plus(Duration.ofMinutes(5)));
            assertThat(finished.backlog().growing()).isEqualTo(2);
            assertThat(finished.figures().controlTotals()).isEqualTo(42);
        });
        assertThat(seen.unsettled().nights(NightStatus.FAILED)).isEqualTo(1);
        assertThat(seen.unsettled().nights(NightStatus.REFUSED)).isZero();
    }

    @Test
    void a_run_that_a_correction_is_to_replace_is_what_was_finished_last_as_long_as_it_counts() {
        finished(FRIDAY, 1, 4);
        long correction = records.run(new RunName(FRIDAY, 2), State.LOADING, null, RunFigures.NONE);
        attempt(correction, STARTED, null);
        owner = SomeOwner.with(Evidence.BEATS);

        Metrics seen = metrics();

        assertThat(seen.night()).get().satisfies(night -> {
            assertThat(night.run().number()).isEqualTo(2);
            assertThat(night.status()).isEqualTo(NightStatus.RUNNING);
            assertThat(night.times().ended()).isNull();
            assertThat(night.took().all()).isNull();
        });
        assertThat(seen.finished().orElseThrow().run().number()).isEqualTo(1);
        assertThat(seen.owner()).isEqualTo(owner);
    }

    @Test
    void a_date_stays_finished_while_a_correction_has_taken_the_place_of_what_was() {
        finished(FRIDAY.minusDays(1), 1, 3);
        records.run(new RunName(FRIDAY, 1), State.REPLACED, null, RunFigures.NONE);
        long correction = records.run(new RunName(FRIDAY, 2), State.ALLOCATING, null, RunFigures.NONE);
        attempt(correction, STARTED, null);
        plan(FRIDAY, Duration.ofHours(1), "FEEDS_CHANGED");

        Metrics seen = metrics();

        assertThat(seen.finished()).get().satisfies(finished -> {
            assertThat(finished.run().date()).isEqualTo(FRIDAY.minusDays(1));
            assertThat(finished.newest()).isEqualTo(FRIDAY);
        });
        assertThat(seen.deadline().orElseThrow().finished()).isTrue();
    }

    @Test
    void a_date_that_was_run_years_too_early_hides_no_missing_night() {
        LocalDate slip = FRIDAY.plusYears(1);
        finished(slip, 1, 4);
        assertThat(newest()).isEqualTo(slip);

        finished(FRIDAY, 1, 4);
        assertThat(newest()).isEqualTo(FRIDAY);

        LocalDate inTwoDays = LocalDate.of(2026, 11, 23);
        finished(inTwoDays, 1, 4);
        assertThat(newest()).isEqualTo(inTwoDays);
        finished(inTwoDays.plusDays(1), 1, 4);
        assertThat(newest()).isEqualTo(inTwoDays);
    }

    private LocalDate newest() {
        return metrics().finished().orElseThrow().newest();
    }

    @Test
    void a_step_is_counted_over_all_attempts_and_goes_on_as_long_as_it_is_under_way() {
        long run = records.run(new RunName(FRIDAY, 1), State.LOADING, null, RunFigures.NONE);
        long first = attempt(run, FAILED, 2);
        step(first, run, "accept feeds", 1);
        step(first, run, "load batches", 2);
        long second = attempt(run, STARTED, null);
        step(second, run, "load batches", null);
        owner = SomeOwner.with(Evidence.BEATS);

        List<StepFigures> steps = metrics().night().orElseThrow().steps();

        assertThat(steps)
                .containsExactly(
                        new StepFigures("accept feeds", Duration.ofMinutes(1), 1200, 1100),
                        new StepFigures("load batches", Duration.ofMinutes(12), 2400, 2200));
        assertThat(steps.get(0).rowsPerSecond()).isEqualTo(20);
    }

    @Test
    void a_deadline_is_met_by_whoever_finishes_the_night() {
        plan(FRIDAY, Duration.ofHours(1), "FAILED");
        assertThat(metrics().deadline()).contains(new Deadline(FRIDAY, TWO.minus(Duration.ofHours(1)), false));

        finished(FRIDAY, 1, 4);
        assertThat(metrics().deadline().orElseThrow().finished()).isTrue();
    }

    @Test
    void a_deadline_is_that_of_the_newest_night_that_a_scheduler_has_tried_in_a_week() {
        plan(FRIDAY, Duration.ofHours(1), "DONE");
        plan(FRIDAY.minusDays(1), Duration.ofHours(25), "FAILED");
        assertThat(metrics().deadline()).contains(new Deadline(FRIDAY, TWO.minus(Duration.ofHours(1)), true));

        plans.clear();
        plan(FRIDAY, Duration.ofDays(8), "FAILED");
        assertThat(metrics().deadline()).isEmpty();
    }

    @Test
    void what_directories_lack_is_counted_for_each() {
        long run = finished(FRIDAY, 1, 0);
        records.publication("/srv/finance", run, false);
        records.publication("/srv/shop", run, false);
        records.publication("/srv/archive", run, true);

        assertThat(metrics().unsettled().owed()).isEqualTo(2);
    }
}
