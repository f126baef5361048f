package nightfill.adapter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nightfill.adapter.web.console.TimeAxis.Bar;
import nightfill.application.watch.Attempt;
import nightfill.application.watch.AttemptView;
import nightfill.application.watch.JudgedAttempt;
import nightfill.application.watch.RunRecord.Counts;
import nightfill.application.watch.RunRecord.StepRecord;
import nightfill.application.watch.StepView;
import nightfill.application.watch.Times;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimeAxisTest {

    private static final Instant TWO = Instant.parse("2026-11-21T02:00:00Z");
    private static final Recorded STARTED = new Recorded("STARTED", "", "");

    private static AttemptView attempt(Instant began, StepView... steps) {
        Attempt attempt = new Attempt(1, 1, true, STARTED, new Times(began, null), null);
        return new AttemptView(new JudgedAttempt(attempt, NightStatus.RUNNING), List.of(steps));
    }

    private static StepView step(Instant from, @Nullable Instant to, @Nullable Duration usual) {
        StepRecord step =
                new StepRecord(1, 1, "allocate", STARTED, new Times(from, to), new Counts(0, 0, from, null, null));
        return new StepView(step, NightStatus.RUNNING, usual);
    }

    @Test
    void steps_lie_on_the_axis_from_the_beginning_of_their_attempt_on() {
        StepView first = step(TWO, TWO.plusSeconds(25), null);
        StepView second = step(TWO.plusSeconds(25), TWO.plusSeconds(100), Duration.ofSeconds(50));
        AttemptView attempt = attempt(TWO, first, second);
        TimeAxis axis = TimeAxis.of(List.of(attempt), TWO.plusSeconds(500));

        assertThat(axis.length()).isEqualTo(Duration.ofSeconds(100));
        assertThat(axis.bar(attempt, first)).isEqualTo(new Bar("0.00", "25.00", null));
        assertThat(axis.bar(attempt, second)).isEqualTo(new Bar("25.00", "75.00", "50.00"));
    }

    @Test
    void attempts_share_an_axis_that_is_long_enough_for_what_is_usual_and_what_goes_on() {
        StepView ended = step(TWO, TWO.plusSeconds(25), Duration.ofSeconds(80));
        StepView going = step(TWO.plusSeconds(3600), null, null);
        AttemptView first = attempt(TWO, ended);
        AttemptView second = attempt(TWO.plusSeconds(3600), going);

        TimeAxis usual = TimeAxis.of(List.of(first, second), TWO.plusSeconds(3620));
        assertThat(usual.length()).isEqualTo(Duration.ofSeconds(80));
        assertThat(usual.bar(second, going)).isEqualTo(new Bar("0.00", "25.00", null));
        assertThat(TimeAxis.of(List.of(first, second), TWO.plusSeconds(3800)).length())
                .isEqualTo(Duration.ofSeconds(200));
        assertThat(usual.isLast(second)).isTrue();
        assertThat(usual.isLast(first)).isFalse();
    }

    @Test
    void a_step_that_was_cut_off_does_not_grow() {
        StepRecord record = new StepRecord(
                1, 1, "allocate", STARTED, new Times(TWO, null), new Counts(9, 9, TWO.plusSeconds(20), null, null));
        StepView cut = new StepView(record, NightStatus.KILLED, null);
        AttemptView attempt = attempt(TWO, cut);

        assertThat(TimeAxis.of(List.of(attempt), TWO.plusSeconds(3600)).length())
                .isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void where_no_step_was_taken_the_axis_is_short() {
        assertThat(TimeAxis.of(List.of(), TWO).length()).isEqualTo(Duration.ofSeconds(1));
    }
}
