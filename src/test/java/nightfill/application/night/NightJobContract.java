package nightfill.application.night;

import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.notReady;
import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.stopped;
import static nightfill.application.problem.Problems.unbalanced;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightfill.application.access.AuditTrail;
import nightfill.application.problem.Problem;
import nightfill.application.problem.StopToken;
import nightfill.application.run.Executions;
import nightfill.application.run.Executions.Execution;
import nightfill.application.run.RunLock;
import nightfill.application.run.Runs;
import nightfill.domain.access.Actor;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everyone who works nights must do. */
@SuppressWarnings("try") // the lock is only held
public abstract class NightJobContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    protected abstract NightJob job();

    protected abstract RunLock lock();

    protected abstract Runs runs();

    protected abstract Executions executions();

    protected abstract AuditTrail trail();

    protected abstract NightRequest request(LocalDate date);

    /** Lets these feeds lie in INPUT for a date, and no others. */
    protected abstract void arrive(LocalDate date, String batches, String orderLines) throws IOException;

    /** Lets something happen once, as soon as the step of that name begins. */
    protected abstract void disturb(String step, Runnable disturbance);

    /** Lets the last execution be as its process left it when it was killed. */
    protected abstract void forgetEnd();

    @Test
    void a_run_that_loads_is_worked_to_its_end() throws IOException {
        Run run = open();

        work(run);

        assertThat(state(run)).isEqualTo(State.FINISHED);
        assertThat(runs().accepted(run)).hasSize(2);
        assertThat(runs().feedCounts(run).keySet()).containsExactly(Feed.BATCHES, Feed.ORDER_LINES);
        assertThat(last().status()).isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"take effect", "allocate", "write reports"})
    void a_night_that_fails_goes_on_where_it_left_off(String step) throws IOException {
        Run run = open();
        disturb(step, () -> {
            throw new IllegalStateException("disk full");
        });

        failed(() -> work(run));
        assertThat(last().status()).isEqualTo("FAILED");
        assertThat(last().reached().step()).isEqualTo(step);
        assertThat(state(run)).isEqualTo(step.equals("take effect") ? State.LOADING : State.ALLOCATING);

        work(run);
        assertThat(state(run)).isEqualTo(State.FINISHED);
    }

    @Test
    void a_problem_of_a_step_is_that_of_the_night() throws IOException {
        Run run = open();
        disturb("write reports", () -> {
            throw Problem.unbalanced("a fault in the books");
        });

        Problem problem = unbalanced(() -> work(run));

        assertThat(problem.what()).isEqualTo("a fault in the books");
        assertThat(last().reached().message()).contains("a fault in the books");
        assertThat(state(run)).isEqualTo(State.ALLOCATING);
    }

    @Test
    void a_night_that_is_refused_still_loads() throws IOException {
        Run run = open();
        arrive(FRIDAY, "no,header\n", "orderid,line,sku,qty\n");

        refused(() -> work(run));

        assertThat(state(run)).isEqualTo(State.LOADING);
        assertThat(last().status()).isEqualTo("FAILED");
    }

    @Test
    void a_night_whose_feeds_may_be_torn_is_not_ready() throws IOException {
        Run run = open();
        arrive(FRIDAY, "ref,sku,qty,eta\nPO-1,CHAIR,10,\n", "orderid,line,sku,qty\n1,1,CH");

        notReady(() -> work(run));

        assertThat(runs().accepted(run)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"take effect", "allocate"})
    void a_night_that_somebody_asks_to_stop_ends_and_goes_on_later(String step) throws IOException {
        Run run = open();
        disturb(step, () -> executions().requestStop(Optional.empty()));

        stopped(() -> work(run));
        assertThat(last().status()).isEqualTo("STOPPED");
        assertThat(state(run)).isNotEqualTo(State.FINISHED);

        work(run);
        assertThat(state(run)).isEqualTo(State.FINISHED);
    }

    @Test
    void a_night_whose_token_is_stopped_ends_and_goes_on_later() throws IOException {
        Run run = open();
        StopToken stop = new StopToken();
        disturb("allocate", stop::stop);

        stopped(() -> work(run, stop));
        assertThat(last().status()).isEqualTo("STOPPED");

        work(run);
        assertThat(state(run)).isEqualTo(State.FINISHED);
    }

    @Test
    void each_attempt_says_who_asked_for_it() throws IOException {
        Run run = open();
        failIn(run);
        Actor anna = new Actor(Actor.Kind.HOST, "anna", "process 77 on shop-1");

        work(run, request(FRIDAY).askedBy(trail().asked(anna, "run", FRIDAY.toString(), "")), new StopToken());

        assertThat(executions().list(Optional.empty(), 10))
                .extracting(Execution::startedBy)
                .containsExactly(anna, null);
    }

    @Test
    void what_a_killed_process_left_as_if_under_way_is_ended_on_request_or_by_the_next_night() throws IOException {
        Run run = open();
        failIn(run);
        forgetEnd();
        assertThat(last().status()).isEqualTo("STARTED");

        job().buryDead();
        assertThat(last().status()).isEqualTo("FAILED");

        forgetEnd();
        work(run);
        assertThat(executions().list(Optional.empty(), 10))
                .extracting(Execution::status)
                .containsExactly("COMPLETED", "FAILED");
    }

    private void failIn(Run run) {
        disturb("allocate", () -> {
            throw new IllegalStateException("broken");
        });
        failed(() -> work(run));
    }

    private Run open() throws IOException {
        arrive(FRIDAY, "ref,sku,qty,eta\nPO-1,CHAIR,10,\n", "orderid,line,sku,qty\n1,1,CHAIR,2\n");
        return runs().open(FRIDAY, Terms.USUAL, null);
    }

    private void work(Run run) {
        work(run, new StopToken());
    }

    private void work(Run run, StopToken stop) {
        work(run, request(FRIDAY), stop);
    }

    private void work(Run run, NightRequest request, StopToken stop) {
        try (RunLock.Held held = lock().acquire()) {
            job().work(runs().get(run.id()), request, stop);
        }
    }

    private State state(Run run) {
        return runs().get(run.id()).state();
    }

    private Execution last() {
        List<Execution> all = executions().list(Optional.empty(), 1);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
