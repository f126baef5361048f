package nightfill.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nightfill.application.access.Audited.Asked;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Problems;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.AuditEntry.Outcome;
import nightfill.domain.access.AuditEntry.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditedTest {

    private static final Request REQUEST =
            new Request(new Actor(Actor.Kind.HOST, "anna", "process 77 on shop-1"), "run", "2026-11-20", "late");
    private static final Request FROM_CONSOLE =
            new Request(new Actor(Actor.Kind.CONSOLE, "ben", "192.0.2.7"), "restart", "2026-11-20", "");

    private final InMemoryAuditTrail trail = new InMemoryAuditTrail(new MutableClock());
    private final Audited audited = new Audited(trail, Problems::said);
    private final List<RuntimeException> unnoted = new ArrayList<>();

    @Test
    void the_request_is_noted_before_anything_is_done() {
        Asked asked = ask();
        work(asked, () -> {
            assertThat(trail.entries()).extracting(AuditEntry::request).containsExactly(REQUEST);
            assertThat(trail.isOpen(asked.id())).isTrue();
            return "finished";
        });
        assertThat(outcome()).isEqualTo(new Outcome(1L, "DONE", "finished"));
    }

    @ParameterizedTest
    @EnumSource
    void a_problem_is_noted_by_its_kind_and_line_and_goes_on(Kind kind) {
        Problem problem = new Problem(kind, "it cannot be", Act.RETRY);
        assertThatThrownBy(() -> work(ask(), () -> {
                    throw problem;
                }))
                .isSameAs(problem);
        assertThat(outcome()).isEqualTo(new Outcome(1L, kind.name(), "it cannot be; RETRY"));
    }

    @Test
    void what_nobody_foresaw_is_noted_as_failed_and_goes_on() {
        IllegalStateException bug = new IllegalStateException("broken\nin two");
        assertThatThrownBy(() -> work(ask(), () -> {
                    throw bug;
                }))
                .isSameAs(bug);
        assertThat(outcome())
                .isEqualTo(new Outcome(1L, "FAILED", "unexpected: java.lang.IllegalStateException: broken"));
    }

    @Test
    void an_error_of_the_machine_is_noted_too() {
        assertThatThrownBy(() -> work(ask(), () -> {
                    throw new OutOfMemoryError("heap");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(outcome().word()).isEqualTo("FAILED");
    }

    @Test
    void the_outcome_names_what_was_worked_on_unless_the_message_does() {
        Asked asked = ask();
        work(asked, () -> {
            asked.concerns("2026-11-19 run 1");
            asked.concerns("2026-11-20 run 1");
            asked.concerns("2026-11-21 run 1");
            return "2026-11-20 run 1 is finished";
        });
        assertThat(outcome().message()).isEqualTo("2026-11-19 run 1, 2026-11-21 run 1: 2026-11-20 run 1 is finished");
    }

    @Test
    void work_that_is_done_does_not_fail_because_its_outcome_cannot_be_noted() {
        work(ask(), () -> {
            trail.goAway();
            return "finished";
        });
        assertThat(unnoted).hasSize(1);
        assertThat(trail.isOpen(1)).isTrue();
    }

    @Test
    void work_that_fails_fails_for_its_own_reason_although_its_outcome_cannot_be_noted() {
        Problem problem = Problem.failed("disk full");
        assertThatThrownBy(() -> work(ask(), () -> {
                    trail.goAway();
                    throw problem;
                }))
                .isSameAs(problem);
        assertThat(unnoted).hasSize(1);
    }

    @Test
    void a_request_that_cannot_be_noted_is_not_worked_on() {
        trail.goAway();
        assertThatThrownBy(this::ask).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_request_that_was_noted_elsewhere_is_not_noted_again() {
        long noted = trail.asked(FROM_CONSOLE.actor(), "restart", "2026-11-20", "");
        Asked asked = audited.ask(REQUEST, Optional.of(noted));
        work(asked, () -> "finished");

        assertThat(asked.id()).isEqualTo(noted);
        assertThat(trail.entries()).extracting(AuditEntry::request).containsExactly(FROM_CONSOLE, FROM_CONSOLE);
        assertThat(outcome()).isEqualTo(new Outcome(noted, "DONE", "finished"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothing_is_done_for_an_entry_that_waits_for_no_outcome(long noted) {
        work(ask(), () -> "finished");
        assertThatThrownBy(() -> audited.ask(REQUEST, Optional.of(noted)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.USAGE))
                .hasMessageContaining("entry " + noted);
        assertThat(trail.entries()).hasSize(2);
    }

    private Asked ask() {
        return audited.ask(REQUEST, Optional.empty());
    }

    private void work(Asked asked, Supplier<String> work) {
        audited.work(asked, work, unnoted::add);
    }

    private Outcome outcome() {
        assertThat(trail.entries()).hasSize(2);
        return trail.entry(2).outcome();
    }
}
