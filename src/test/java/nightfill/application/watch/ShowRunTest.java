package nightfill.application.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.application.figures.RunFigures;
import nightfill.application.watch.RunRecord.Contents;
import nightfill.application.watch.RunRecord.Counts;
import nightfill.application.watch.RunRecord.FeedRecord;
import nightfill.application.watch.RunRecord.StepRecord;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Evidence;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShowRunTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final RunName NAME = new RunName(FRIDAY, 1);
    private static final Instant TWO = Instant.parse("2026-11-21T02:00:00Z");
    private static final Recorded STARTED = new Recorded("STARTED", "UNKNOWN", "");
    private static final Recorded DONE = new Recorded("COMPLETED", "COMPLETED", "");
    private static final Recorded DIED = new Recorded("FAILED", Recorded.DIED, "its process died, or was taken over");

    private final InMemoryNightRecords records = new InMemoryNightRecords();
    private Optional<Owner> owner = SomeOwner.with(Evidence.BEATS);
    private final ShowRun showRun = new ShowRun(records, () -> owner);

    private RunView view(Instant now) {
        return showRun.of(NAME, now).orElseThrow();
    }

    /** A finished night whose steps took so many minutes. */
    private void past(int weeksAgo, Map<String, Integer> steps) {
        long run = records.run(new RunName(FRIDAY.minusWeeks(weeksAgo), 1), State.FINISHED, null, RunFigures.NONE);
        long attempt = records.attempt(run, DONE, new Times(TWO, TWO.plusSeconds(600)), null);
        steps.forEach((name, minutes) -> step(attempt, run, name, "COMPLETED", minutes));
    }

    private void step(long attempt, long run, String name, String status, @Nullable Integer minutes) {
        Instant ended = minutes == null ? null : TWO.plus(Duration.ofMinutes(minutes));
        records.steps.add(new StepRecord(
                attempt,
                run,
                name,
                new Recorded(status, "", ""),
                new Times(TWO, ended),
                new Counts(1200, 1100, TWO.plusSeconds(20), null, null)));
    }

    @Test
    void a_run_that_is_not_known_is_not_shown() {
        assertThat(showRun.of(NAME, TWO)).isEmpty();
    }

    @Test
    void steps_belong_to_their_attempt_and_are_as_it_is_while_they_have_not_ended() {
        long run = records.run(NAME, State.LOADING, null, RunFigures.NONE);
        long first = records.attempt(run, DIED, new Times(TWO, TWO.plusSeconds(60)), null);
        step(first, run, "accept feeds", "COMPLETED", 1);
        step(first, run, "load batches", "FAILED", 2);
        long second = records.attempt(run, STARTED, new Times(TWO, null), null);
        step(second, run, "load batches", "STARTED", null);

        RunView view = view(TWO.plusSeconds(60));

        assertThat(view.status()).isEqualTo(NightStatus.RUNNING);
        assertThat(view.attempts())
                .extracting(AttemptView::status)
                .containsExactly(NightStatus.KILLED, NightStatus.RUNNING);
        assertThat(view.attempts().get(0).steps())
                .extracting(StepView::status)
                .containsExactly(NightStatus.FINISHED, NightStatus.KILLED);
        assertThat(view.attempts().get(1).steps()).extracting(StepView::status).containsExactly(NightStatus.RUNNING);
        assertThat(view.duration()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void what_was_cut_off_ended_when_it_was_heard_of_last() {
        owner = Optional.empty();
        long run = records.run(NAME, State.LOADING, null, RunFigures.NONE);
        step(records.attempt(run, STARTED, new Times(TWO, null), null), run, "load batches", "STARTED", null);

        AttemptView cut = view(TWO.plusSeconds(3600)).attempts().get(0);

        assertThat(cut.times()).isEqualTo(new Times(TWO, TWO.plusSeconds(20)));
        assertThat(cut.steps().get(0).elapsed(TWO.plusSeconds(3600))).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void a_step_is_compared_with_the_median_of_the_last_nights() {
        past(3, Map.of("allocate", 9));
        past(2, Map.of("allocate", 1));
        past(1, Map.of("allocate", 4));
        long run = records.run(NAME, State.FINISHED, null, RunFigures.NONE);
        step(records.attempt(run, DONE, new Times(TWO, TWO), null), run, "allocate", "COMPLETED", 1);

        assertThat(view(TWO).attempts().get(0).lastStep())
                .isNotNull()
                .extracting(StepView::usual)
                .isEqualTo(Duration.ofMinutes(4));
        assertThat(view(TWO).progress()).isEmpty();
        assertThat(view(TWO).usualDuration()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void what_remains_is_the_rest_of_the_step_and_the_usual_steps_to_come() {
        past(1, Map.of("accept feeds", 1, "allocate", 4, "write reports", 3));
        long run = records.run(NAME, State.ALLOCATING, null, RunFigures.NONE);
        long first = records.attempt(run, DIED, new Times(TWO, TWO), null);
        step(first, run, "accept feeds", "COMPLETED", 1);
        long second = records.attempt(run, STARTED, new Times(TWO, null), null);
        step(second, run, "allocate", "STARTED", null);

        NightProgress progress = view(TWO.plusSeconds(60)).progress().orElseThrow();

        assertThat(progress.step()).isEqualTo("allocate");
        assertThat(progress.pace().rows()).isEqualTo(1200);
        assertThat(progress.pace().rowsPerSecond()).isEqualTo(20);
        assertThat(progress.stepRemaining()).isEqualTo(Duration.ofMinutes(3));
        assertThat(progress.remaining()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void a_feed_is_loaded_as_far_as_its_bytes_are() {
        long run = records.run(NAME, State.LOADING, null, RunFigures.NONE);
        step(records.attempt(run, STARTED, new Times(TWO, null), null), run, "load order lines", "STARTED", null);
        records.contents = new Contents(
                List.of(new FeedRecord(Feed.ORDER_LINES, "0", 4000, null, Map.of(), 1000)),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                null);

        NightProgress progress = view(TWO.plusSeconds(60)).progress().orElseThrow();

        assertThat(progress.pace().share()).isEqualTo(0.25);
        assertThat(progress.stepRemaining()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void the_first_night_does_not_know_how_long_it_takes() {
        long run = records.run(NAME, State.ALLOCATING, null, RunFigures.NONE);
        step(records.attempt(run, STARTED, new Times(TWO, null), null), run, "allocate", "STARTED", null);

        assertThat(view(TWO.plusSeconds(60)).progress().orElseThrow().remaining())
                .isNull();
    }

    @Test
    void a_killed_night_makes_no_progress() {
        long run = records.run(NAME, State.ALLOCATING, null, RunFigures.NONE);
        step(records.attempt(run, STARTED, new Times(TWO, null), null), run, "allocate", "STARTED", null);
        owner = Optional.empty();

        assertThat(view(TWO).status()).isEqualTo(NightStatus.KILLED);
        assertThat(view(TWO).progress()).isEmpty();
    }
}
