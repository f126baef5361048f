package nightfill.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nightfill.domain.watch.Retries.Step;
import nightfill.domain.watch.Retries.Try;
import nightfill.domain.watch.Retries.Upcoming;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {

    private static final Instant THREE = Instant.parse("2026-11-21T03:00:00Z");
    private static final Instant SIX = Instant.parse("2026-11-21T06:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private static Upcoming upcoming(@Nullable Instant ended, String outcome, boolean underWay, Instant now) {
        Try first = new Try(THREE.minusSeconds(600), null, "");
        Try last = new Try(THREE.minusSeconds(60), ended, outcome);
        return new Retries(new RetryPlan(PAUSE, SIX), List.of(first, last)).upcoming(underWay, now);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "BUSY", "NOT_READY"})
    void what_may_pass_is_tried_again_after_the_pause(String outcome) {
        assertThat(upcoming(THREE, outcome, false, THREE.plusSeconds(1)))
                .isEqualTo(new Upcoming(Step.TRIES_AGAIN, THREE.plus(PAUSE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "USAGE", "FEEDS_CHANGED", "UNBALANCED"})
    void what_a_person_has_to_look_at_wakes_one_at_once(String outcome) {
        assertThat(upcoming(THREE, outcome, false, THREE)).isEqualTo(new Upcoming(Step.WOKE_SOMEONE, THREE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DONE", "STOPPED"})
    void what_is_done_or_was_stopped_is_over(String outcome) {
        assertThat(upcoming(THREE, outcome, false, THREE)).isEqualTo(new Upcoming(Step.IS_DONE, THREE));
    }

    @Test
    void a_try_that_would_begin_at_the_deadline_or_later_is_not_made() {
        Instant late = SIX.minus(PAUSE);
        assertThat(upcoming(late, "FAILED", false, late)).isEqualTo(new Upcoming(Step.WOKE_SOMEONE, late));
        assertThat(upcoming(late.minusSeconds(1), "FAILED", false, late))
                .isEqualTo(new Upcoming(Step.TRIES_AGAIN, SIX.minusSeconds(1)));
    }

    @Test
    void a_try_that_does_not_come_is_missed() {
        Instant due = THREE.plus(PAUSE);
        assertThat(upcoming(THREE, "FAILED", false, due.plusSeconds(120)).step())
                .isEqualTo(Step.TRIES_AGAIN);
        assertThat(upcoming(THREE, "FAILED", false, due.plusSeconds(121)))
                .isEqualTo(new Upcoming(Step.IS_OVERDUE, due));
    }

    @Test
    void there_is_a_deadline_as_long_as_the_scheduler_is_at_it() {
        Retries open = new Retries(new RetryPlan(PAUSE, SIX), List.of(new Try(THREE, null, "")));
        Retries refused = new Retries(new RetryPlan(PAUSE, SIX), List.of(new Try(THREE, THREE, "REFUSED")));
        assertThat(open.deadline(true, SIX.plusSeconds(60))).contains(SIX);
        assertThat(open.deadline(false, THREE)).contains(SIX);
        assertThat(open.deadline(false, SIX)).isEmpty();
        assertThat(refused.deadline(true, THREE)).isEmpty();
    }

    @Test
    void one_that_is_under_way_is_waited_for_until_the_deadline() {
        assertThat(upcoming(null, "", true, THREE)).isEqualTo(new Upcoming(Step.WORKS, SIX));
    }

    @Test
    void one_whose_process_died_is_tried_again_at_a_time_that_nobody_has_noted() {
        assertThat(upcoming(null, "", false, THREE)).isEqualTo(new Upcoming(Step.TRIES_AGAIN, null));
        assertThat(upcoming(null, "", false, SIX)).isEqualTo(new Upcoming(Step.WOKE_SOMEONE, SIX));
    }
}
