package nightfill.application.night;

import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.notReady;
import static nightfill.application.problem.Problems.refused;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static nightfill.harness.InMemoryNightfill.INPUT;
import static nightfill.harness.InMemoryNightfill.SATURDAY;
import static nightfill.harness.InMemoryNightfill.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightfill.application.problem.StopToken;
import nightfill.domain.run.Run;
import nightfill.domain.run.Run.State;
import nightfill.harness.InMemoryNightfill;
import org.junit.jupiter.api.Test;

class RunPendingTest {

    private final InMemoryNightfill nightfill = new InMemoryNightfill();
    private final List<String> events = new ArrayList<>();

    @Test
    void every_date_that_waits_is_run_up_to_the_one_that_is_asked_for_the_oldest_first() {
        nightfill.arrive(SUNDAY).arrive(SATURDAY).arrive(FRIDAY);

        runPending(SATURDAY);

        assertThat(events)
                .containsExactly("begins 2026-11-20", "ran 2026-11-20", "begins 2026-11-21", "ran 2026-11-21");
        assertThat(nightfill.runs.finishedDates()).containsExactlyInAnyOrder(FRIDAY, SATURDAY);
    }

    @Test
    void a_date_that_is_finished_is_not_looked_at_again_except_the_one_that_is_asked_for() {
        nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);

        runPending(SATURDAY);

        assertThat(events).containsExactly("found done 2026-11-21");
    }

    @Test
    void an_unfinished_night_comes_first_whatever_its_date() {
        nightfill.leaveUnfinished(SATURDAY);
        nightfill.arrive(FRIDAY);

        runPending(SATURDAY);

        assertThat(events)
                .containsExactly(
                        "begins 2026-11-21",
                        "ran 2026-11-21",
                        "begins 2026-11-20",
                        "ran 2026-11-20",
                        "found done 2026-11-21");
    }

    @Test
    void an_unfinished_night_behind_the_date_that_is_asked_for_comes_first_too() {
        nightfill.leaveUnfinished(SUNDAY);
        nightfill.arrive(FRIDAY);

        runPending(FRIDAY);

        assertThat(events)
                .containsExactly("begins 2026-11-22", "ran 2026-11-22", "begins 2026-11-20", "ran 2026-11-20");
    }

    @Test
    void an_unfinished_night_that_fails_again_keeps_all_others_waiting() {
        Run unfinished = nightfill.leaveUnfinished(SATURDAY);
        nightfill.arrive(FRIDAY);
        nightfill.job.failAt("allocate", new IllegalStateException("broken"));

        failed(() -> runPending(SATURDAY));

        assertThat(events).containsExactly("begins 2026-11-21");
        assertThat(nightfill.runs.unfinished()).contains(unfinished);
    }

    @Test
    void the_first_night_that_does_not_end_well_ends_it_and_later_ones_are_left_alone() {
        nightfill.arrive(FRIDAY).arrive(SATURDAY, "batches.csv", "no,header\n").arrive(SUNDAY);
        nightfill.arrive(SATURDAY, "order_lines.csv", "orderid,line,sku,qty\n");

        refused(() -> runPending(SUNDAY));

        assertThat(events).containsExactly("begins 2026-11-20", "ran 2026-11-20", "begins 2026-11-21");
        assertThat(nightfill.runs.finishedDates()).containsExactly(FRIDAY);
    }

    @Test
    void the_date_that_is_asked_for_is_waited_for_once_those_before_it_are_run() {
        nightfill.arrive(FRIDAY);

        notReady(() -> runPending(SATURDAY));

        assertThat(events).containsExactly("begins 2026-11-20", "ran 2026-11-20");
    }

    @Test
    void a_night_that_was_cut_short_while_it_loaded_is_taken_up_in_its_turn() {
        Run loading = nightfill.leaveLoading(SATURDAY);

        runPending(SATURDAY);

        assertThat(events).containsExactly("begins 2026-11-21", "ran 2026-11-21");
        assertThat(nightfill.now(loading).state()).isEqualTo(State.FINISHED);
    }

    @Test
    void an_input_that_cannot_be_read_is_a_failure_that_may_pass() {
        nightfill.arrive(FRIDAY);
        nightfill.disk.breakDown(INPUT);

        assertThat(failed(() -> runPending(SATURDAY))).hasMessageContaining(INPUT.toString());

        assertThat(events).isEmpty();
        nightfill.disk.mend();
        runPending(FRIDAY);
        assertThat(events).containsExactly("begins 2026-11-20", "ran 2026-11-20");
    }

    @Test
    void dates_from_before_the_first_night_are_left_alone() {
        nightfill.finish(SATURDAY);
        nightfill.arrive(FRIDAY).arrive(SUNDAY);

        runPending(SUNDAY);

        assertThat(events).containsExactly("begins 2026-11-22", "ran 2026-11-22");
    }

    @Test
    void a_night_that_was_run_late_makes_no_older_ones_due() {
        nightfill.finish(SUNDAY);
        nightfill.finish(FRIDAY);
        nightfill.arrive(SATURDAY);

        runPending(SUNDAY);

        assertThat(events).containsExactly("found done 2026-11-22");
    }

    @Test
    void the_oldest_date_that_is_wanted_may_be_named() {
        nightfill.finish(SUNDAY);
        nightfill.arrive(FRIDAY).arrive(SATURDAY);

        runPending(SUNDAY, Optional.of(SATURDAY));
        assertThat(events).containsExactly("begins 2026-11-21", "ran 2026-11-21", "found done 2026-11-22");

        events.clear();
        runPending(SUNDAY, Optional.of(FRIDAY));
        assertThat(events).containsExactly("begins 2026-11-20", "ran 2026-11-20", "found done 2026-11-22");
    }

    private void runPending(LocalDate date) {
        runPending(date, Optional.empty());
    }

    private void runPending(LocalDate date, Optional<LocalDate> since) {
        nightfill.runPending.run(
                nightfill.request(date),
                since,
                run -> events.add("begins " + run.date()),
                outcome -> events.add((outcome.alreadyFinished() ? "found done " : "ran ")
                        + outcome.run().date()),
                new StopToken());
    }
}
