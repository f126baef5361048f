package nightfill.application.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import nightfill.application.access.InMemoryAuditTrail;
import nightfill.application.figures.RunFigures;
import nightfill.application.problem.Problem;
import nightfill.application.watch.SignNote.Note;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Recorded;
import org.junit.jupiter.api.Test;

class SignNoteTest {

    private static final RunName FRIDAY = new RunName(LocalDate.of(2026, 11, 20), 1);
    private static final Actor ANNA = new Actor(Actor.Kind.CONSOLE, "anna", "10.0.0.7");
    private static final Instant TWO = Instant.parse("2026-11-21T02:00:00Z");

    private final InMemoryNightRecords records = new InMemoryNightRecords();
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail(Clock.fixed(TWO, ZoneOffset.UTC));
    private final SignNote notes = new SignNote(new NeedsAttention(records, Optional::empty), trail, Problem::what);

    private void sign(long attempt, String text) {
        notes.sign(new Note(FRIDAY, attempt, text), ANNA, unnoted -> {
            throw unnoted;
        });
    }

    private long failed() {
        return records.attempt(
                records.run(FRIDAY, State.DISCARDED, null, RunFigures.NONE),
                new Recorded("FAILED", "REFUSED", ""),
                new Times(TWO, TWO.plusSeconds(60)),
                null);
    }

    @Test
    void a_note_is_signed_about_what_was_seen() {
        sign(failed(), " the sender was told ");

        assertThat(trail.after(0, 10))
                .extracting(
                        entry -> entry.request().act(),
                        entry -> entry.request().subject(),
                        entry -> entry.request().note())
                .containsOnly(tuple("note", "2026-11-20 run 1", "the sender was told"));
        assertThat(trail.after(0, 10)).extracting(AuditEntry::isRequest).containsExactly(true, false);
    }

    @Test
    void nothing_is_noted_of_what_is_no_more() {
        long attempt = failed();
        assertThatThrownBy(() -> sign(attempt + 1, "seen"))
                .isInstanceOf(Problem.class)
                .hasMessage("2026-11-20 run 1 has changed since it was shown");
        records.run(FRIDAY, State.FINISHED, null, RunFigures.NONE);
        assertThatThrownBy(() -> sign(attempt, "seen")).isInstanceOf(Problem.class);
        assertThat(trail.after(0, 10)).isEmpty();
    }

    @Test
    void an_empty_note_says_nothing() {
        long attempt = failed();
        assertThatThrownBy(() -> sign(attempt, " \n"))
                .isInstanceOf(Problem.class)
                .hasMessage("a note is empty");
    }

    @Test
    void a_note_is_no_book() {
        long attempt = failed();
        assertThatThrownBy(() -> sign(attempt, "x".repeat(2001)))
                .isInstanceOf(Problem.class)
                .hasMessage("the note is longer than 2,000 characters");
        assertThat(trail.after(0, 10)).isEmpty();
        sign(attempt, "x".repeat(2000));
    }
}
