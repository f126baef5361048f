package nightfill.application.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightfill.application.figures.RunFigures;
import nightfill.application.watch.NeedsAttention.Trouble;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Evidence;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Recorded;
import org.junit.jupiter.api.Test;

class NeedsAttentionTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Instant TWO = Instant.parse("2026-11-21T02:00:00Z");

    private final InMemoryNightRecords records = new InMemoryNightRecords();
    private Optional<Owner> owner = Optional.empty();
    private final NeedsAttention attention = new NeedsAttention(records, () -> owner);

    private long run(LocalDate date, State state) {
        return records.run(new RunName(date, 1), state, null, RunFigures.NONE);
    }

    private long attempt(LocalDate date, State state, String status, String exitCode) {
        long run = run(date, state);
        records.attempt(run, new Recorded(status, exitCode, ""), new Times(TWO, TWO.plusSeconds(60)), null);
        return run;
    }

    private List<NightStatus> troubles() {
        return attention.find().troubles().stream().map(Trouble::status).toList();
    }

    @Test
    void whatever_kept_a_night_from_being_finished_needs_attention() {
        attempt(FRIDAY, State.DISCARDED, "FAILED", "REFUSED");
        attempt(FRIDAY.plusDays(1), State.DISCARDED, "FAILED", "FAILED");
        attempt(FRIDAY.plusDays(2), State.DISCARDED, "FAILED", "DIED");
        attempt(FRIDAY.plusDays(3), State.ALLOCATING, "FAILED", "UNBALANCED");

        assertThat(troubles())
                .containsExactly(NightStatus.UNBALANCED, NightStatus.KILLED, NightStatus.FAILED, NightStatus.REFUSED);
    }

    @Test
    void a_later_success_or_an_abandonment_answers_it() {
        attempt(FRIDAY, State.DISCARDED, "FAILED", "REFUSED");
        run(FRIDAY, State.FINISHED);
        attempt(FRIDAY.plusDays(1), State.ABANDONED, "FAILED", "FAILED");

        assertThat(troubles()).isEmpty();
    }

    @Test
    void a_note_answers_what_was_before_it() {
        attempt(FRIDAY, State.LOADING, "FAILED", "REFUSED");
        records.note(FRIDAY, TWO.plusSeconds(59));
        assertThat(troubles()).containsExactly(NightStatus.REFUSED);

        records.note(FRIDAY, TWO.plusSeconds(61));
        assertThat(troubles()).isEmpty();
    }

    @Test
    void what_somebody_stopped_needs_attention_once_other_dates_wait_for_it() {
        attempt(FRIDAY, State.LOADING, "STOPPED", "STOPPED");
        assertThat(troubles()).isEmpty();

        attempt(FRIDAY.plusDays(1), State.ALLOCATING, "STOPPED", "STOPPED");
        assertThat(troubles()).containsExactly(NightStatus.STOPPED);
    }

    @Test
    void what_is_under_way_is_no_trouble_while_its_owner_lives() {
        attempt(FRIDAY, State.LOADING, "STARTED", "UNKNOWN");
        assertThat(troubles()).containsExactly(NightStatus.KILLED);

        owner = SomeOwner.with(Evidence.BEATS);
        assertThat(troubles()).isEmpty();
    }

    @Test
    void a_run_whose_process_died_before_its_attempt_was_recorded_is_found() {
        run(FRIDAY, State.LOADING);
        assertThat(attention.find().troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.status()).isEqualTo(NightStatus.KILLED);
            assertThat(trouble.attempt()).isNull();
        });
    }

    @Test
    void what_is_owed_is_told() {
        long run = run(FRIDAY, State.FINISHED);
        records.publication("/drop", run, false);
        assertThat(attention.find().owed()).containsExactly(new NightRecords.Owed(new RunName(FRIDAY, 1), "/drop"));
    }
}
