package nightfill.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightfill.application.run.Executions.Execution;
import nightfill.domain.access.Actor;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import org.junit.jupiter.api.Test;

/** What everyone who lists and stops executions must do. */
public abstract class ExecutionsContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    protected abstract Executions executions();

    protected abstract Runs runs();

    /** Starts an execution; returns its id. */
    protected abstract long begin(Run run);

    /** Starts one that somebody asked for. */
    protected abstract long begin(Run run, Actor by);

    protected abstract void enter(long id, String step);

    protected abstract void end(long id, String status, String message);

    @Test
    void where_nothing_was_started_there_is_none() {
        assertThat(executions().list(Optional.empty(), 10)).isEmpty();
        assertThat(executions().requestStop(Optional.empty())).isEmpty();
    }

    @Test
    void an_execution_shows_its_run_as_it_is_now_and_the_step_that_it_is_in() {
        Run run = runs().open(FRIDAY, new Terms("", Set.of(), true), null);
        long id = begin(run);
        enter(id, "accept feeds");
        enter(id, "take effect");
        runs().begin(run);
        Execution execution = only();
        assertThat(execution.id()).isEqualTo(id);
        assertThat(execution.run().runId()).isEqualTo(run.id());
        assertThat(execution.run().name()).isEqualTo(run.name());
        assertThat(execution.run().runState()).isEqualTo("ALLOCATING");
        assertThat(execution.run().afterRestore()).isTrue();
        assertThat(execution.status()).isEqualTo("STARTED");
        assertThat(execution.reached().step()).isEqualTo("take effect");
        assertThat(execution.period().started())
                .isNotNull()
                .satisfies(started -> assertThat(started.getOffset())
                        .isEqualTo(java.time.ZoneId.systemDefault().getRules().getOffset(started.toInstant())));
        assertThat(execution.period().ended()).isNull();
        assertThat(execution.reached().message()).isNull();
    }

    @Test
    void an_execution_that_ended_says_how_and_why() {
        long id = begin(open(FRIDAY));
        enter(id, "accept feeds");
        end(id, "FAILED", "disk full");
        assertThat(only().status()).isEqualTo("FAILED");
        assertThat(only().reached().message()).isEqualTo("disk full");
        assertThat(only().reached().step()).isEqualTo("accept feeds");
        assertThat(only().period().ended()).isNotNull();
    }

    @Test
    void an_execution_says_who_asked_for_it_where_that_is_on_record() {
        Actor anna = new Actor(Actor.Kind.HOST, "anna", "process 77 on shop-1");
        Run friday = open(FRIDAY);
        begin(friday);
        begin(friday, anna);
        assertThat(executions().list(Optional.empty(), 10))
                .extracting(Execution::startedBy)
                .containsExactly(anna, null);
    }

    @Test
    void the_newest_come_first_and_no_more_than_were_asked_for() {
        Run friday = open(FRIDAY);
        long first = begin(friday);
        end(first, "FAILED", "");
        long second = begin(friday);
        end(second, "FAILED", "");
        runs().discard(friday);
        long third = begin(open(FRIDAY.plusDays(1)));
        enter(third, "accept feeds");
        assertThat(executions().list(Optional.empty(), 10))
                .extracting(Execution::status)
                .containsExactly("STARTED", "FAILED", "FAILED");
        assertThat(ids(Optional.empty(), 10)).containsExactly(third, second, first);
        assertThat(ids(Optional.empty(), 2)).containsExactly(third, second);
        assertThat(ids(Optional.of(FRIDAY), 10)).containsExactly(second, first);
        assertThat(ids(Optional.of(FRIDAY.plusDays(2)), 10)).isEmpty();
    }

    @Test
    void the_one_under_way_is_asked_to_stop_once_or_again() {
        long id = begin(open(FRIDAY));
        assertThat(executions().requestStop(Optional.empty()))
                .map(Execution::id)
                .contains(id);
        assertThat(only().status()).isEqualTo("STOPPING");
        assertThat(executions().requestStop(Optional.of(id))).map(Execution::id).contains(id);
        assertThat(only().status()).isEqualTo("STOPPING");
    }

    @Test
    void another_than_the_one_under_way_is_not_asked_to_stop() {
        Run run = open(FRIDAY);
        long first = begin(run);
        end(first, "FAILED", "");
        long second = begin(run);
        assertThat(executions().requestStop(Optional.of(first))).isEmpty();
        assertThat(executions().list(Optional.empty(), 2))
                .extracting(Execution::id, Execution::status)
                .containsExactly(tuple(second, "STARTED"), tuple(first, "FAILED"));
    }

    @Test
    void one_that_has_ended_is_not_asked_to_stop() {
        long id = begin(open(FRIDAY));
        end(id, "COMPLETED", "");
        assertThat(executions().requestStop(Optional.empty())).isEmpty();
        assertThat(only().status()).isEqualTo("COMPLETED");
    }

    private Run open(LocalDate date) {
        return runs().open(date, Terms.USUAL, null);
    }

    private Execution only() {
        List<Execution> all = executions().list(Optional.empty(), 10);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<Long> ids(Optional<LocalDate> date, int most) {
        return executions().list(date, most).stream().map(Execution::id).toList();
    }
}
