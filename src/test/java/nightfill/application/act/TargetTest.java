package nightfill.application.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.application.act.Verdict.Impossible;
import nightfill.application.act.Verdict.Possible;
import nightfill.application.figures.RunFigures;
import nightfill.application.problem.Problem;
import nightfill.application.publish.Delivery;
import nightfill.application.watch.InMemoryNightRecords;
import nightfill.application.watch.NightFilter;
import nightfill.application.watch.NightList;
import nightfill.application.watch.Owner;
import nightfill.application.watch.RunRecord.Contents;
import nightfill.application.watch.RunRecord.Publication;
import nightfill.application.watch.ShowRun;
import nightfill.application.watch.SomeOwner;
import nightfill.application.watch.Times;
import nightfill.domain.access.Act;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import nightfill.domain.watch.Evidence;
import nightfill.domain.watch.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TargetTest {

    private static final Instant TWO = Instant.parse("2026-11-21T02:00:00Z");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final RunName NAME = new RunName(FRIDAY, 1);
    private static final Choices CHOICES = new Choices(
            new Places(Optional.of(Path.of("/in")), Path.of("/out"), Optional.of(Path.of("/pub"))), Optional.empty());

    private final InMemoryNightRecords records = new InMemoryNightRecords();
    private Optional<Owner> owner = Optional.empty();
    private @Nullable RunName unfinished;

    private Target run(State state, String status) {
        long run = records.run(NAME, state, null, RunFigures.NONE);
        records.attempt(run, new Recorded(status, "UNKNOWN", ""), new Times(TWO, null), null);
        return new RunTarget(new ShowRun(records, () -> owner).of(NAME, TWO).orElseThrow());
    }

    private Target date() {
        return new DateTarget(
                FRIDAY,
                new NightList(records, () -> owner)
                        .page(NightFilter.ALL, null, 1).nights().stream().findFirst(),
                unfinished,
                owner);
    }

    private static Set<Act> possible(Target target) {
        return target.acts().stream()
                .filter(act -> target.judge(act) instanceof Possible)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "LOADING, FAILED, RESTART ABANDON",
        "ALLOCATING, FAILED, RESTART ABANDON",
        "ALLOCATING, STOPPED, RESTART ABANDON",
        "ALLOCATING, STARTED, RESTART ABANDON",
        "FINISHED, COMPLETED, CORRECT",
        "REPLACED, COMPLETED, ''",
        "ABANDONED, FAILED, ''",
        "DISCARDED, FAILED, ''"
    })
    void what_can_be_done_while_nobody_is_at_work(State state, String status, String expected) {
        assertThat(possible(run(state, status))).isEqualTo(acts(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "BEATS, STARTED, STOP",
        "BEATS, STOPPING, ''",
        "SILENT_HERE, STARTED, TAKE_OVER",
        "SILENT_ELSEWHERE, STARTED, TAKE_OVER",
        "SESSION_ENDED, STARTED, RESTART ABANDON",
        "PROCESS_GONE, STARTED, RESTART ABANDON"
    })
    void what_can_be_done_while_somebody_has_the_run_lock(Evidence evidence, String status, String expected) {
        owner = SomeOwner.with(evidence);

        assertThat(possible(run(State.ALLOCATING, status))).isEqualTo(acts(expected));
    }

    private static Set<Act> acts(String names) {
        return Stream.of(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Act::valueOf)
                .collect(Collectors.toSet());
    }

    @Test
    void what_cannot_be_done_has_a_reason_that_fits_behind_because() {
        owner = SomeOwner.with(Evidence.BEATS);
        Target target = run(State.ALLOCATING, "STARTED");

        assertThat(target.judge(Act.RESTART))
                .isEqualTo(new Impossible(owner.orElseThrow().who().name() + " is at work on this database"));
        assertThat(target.judge(Act.RUN)).isEqualTo(new Impossible("it is not about a run"));
    }

    @Test
    void a_night_that_loads_goes_on_with_its_feeds_and_one_that_allocates_with_its_lines() {
        assertThat(((Possible) run(State.LOADING, "FAILED").judge(Act.RESTART)).effects())
                .startsWith("go on behind the last row that is loaded, or load anew if INPUT has other feeds by now")
                .endsWith("publish them, where they are owed or a directory was named");
        assertThat(((Possible) run(State.ALLOCATING, "FAILED").judge(Act.RESTART)).effects())
                .startsWith("allocate the lines that have no decision yet");
    }

    @Test
    void only_the_last_night_can_be_corrected() {
        long run = records.run(NAME, State.FINISHED, null, RunFigures.NONE);
        records.attempt(run, new Recorded("COMPLETED", "COMPLETED", ""), new Times(TWO, TWO), null);
        records.run(new RunName(FRIDAY.plusDays(1), 1), State.FINISHED, null, RunFigures.NONE);

        assertThat(new RunTarget(new ShowRun(records, () -> owner).of(NAME, TWO).orElseThrow()).judge(Act.CORRECT))
                .isEqualTo(new Impossible("a later night has begun, and only the last one can be corrected"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Act.class,
            names = {"RESTART", "TAKE_OVER"})
    void a_run_is_taken_up_on_the_terms_on_which_it_was_begun(Act act) {
        records.terms = new Terms("5%", Set.of(Acceptance.SHRUNK_FEEDS), true);

        Delivery delivery = ((Order.Run) run(State.LOADING, "FAILED").order(act, CHOICES)).delivery();

        assertThat(delivery.night().terms()).isEqualTo(new Terms("5%", Set.of(Acceptance.SHRUNK_FEEDS), false));
        assertThat(delivery.afterRestore()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"LOADING, true", "ALLOCATING, false"})
    void a_correction_is_taken_up_as_one_while_it_loads(State state, boolean correction) {
        long first = records.run(NAME, State.FINISHED, null, RunFigures.NONE);
        RunName second = new RunName(FRIDAY, 2);
        records.run(second, state, first, RunFigures.NONE);
        Target target =
                new RunTarget(new ShowRun(records, () -> owner).of(second, TWO).orElseThrow());

        assertThat(((Order.Run) target.order(Act.RESTART, CHOICES))
                        .delivery()
                        .night()
                        .correction())
                .isEqualTo(correction);
    }

    @Test
    void only_an_act_that_runs_one_night_takes_a_time_that_can_be_told() {
        LocalDate before = FRIDAY.minusWeeks(1);
        long run = records.run(new RunName(before, 1), State.FINISHED, null, RunFigures.NONE);
        Instant then = TWO.minus(Duration.ofDays(7));
        records.attempt(run, new Recorded("COMPLETED", "COMPLETED", ""), new Times(then, then.plusSeconds(600)), null);
        Target target = run(State.ALLOCATING, "FAILED");

        assertThat(target.expected(Act.CORRECT)).isEqualTo(Duration.ofMinutes(10));
        assertThat(target.expected(Act.RESTART)).isEqualTo(Duration.ofMinutes(10));
        assertThat(target.expected(Act.ABANDON)).isNull();
        assertThat(target.expected(Act.STOP)).isNull();
        assertThat(date().expected(Act.RUN)).isEqualTo(Duration.ofMinutes(10));
        assertThat(date().expected(Act.RUN_PENDING)).isNull();
    }

    @Test
    void what_is_over_says_which_run_its_date_has_by_now() {
        run(State.ABANDONED, "FAILED");
        assertThat(run(State.ABANDONED, "FAILED").judge(Act.RESTART))
                .isEqualTo(new Impossible("it was abandoned; run its date again"));
        records.run(new RunName(FRIDAY, 2), State.FINISHED, null, RunFigures.NONE);

        assertThat(new RunTarget(new ShowRun(records, () -> owner).of(NAME, TWO).orElseThrow()).judge(Act.RESTART))
                .isEqualTo(new Impossible("it was abandoned; its date has run 2 by now"));
    }

    @Test
    void a_night_is_published_where_it_is_owed_or_where_one_says() {
        records.contents = contents(new Publication("/a", true), new Publication("/b", false));
        Target target = run(State.FINISHED, "COMPLETED");

        assertThat(target.order(Act.PUBLISH, CHOICES)).isEqualTo(new Order.Publish(Path.of("/b"), Path.of("/out")));
        assertThat(target.order(Act.PUBLISH, choosing("/a")))
                .isEqualTo(new Order.Publish(Path.of("/a"), Path.of("/out")));
        assertThatThrownBy(() -> target.order(Act.PUBLISH, choosing("/etc"))).isInstanceOf(Problem.class);
    }

    private static Choices choosing(String directory) {
        return new Choices(CHOICES.places(), Optional.of(Path.of(directory)));
    }

    private static Contents contents(Publication... publications) {
        return new Contents(List.of(), Map.of(), List.of(), List.of(), List.of(publications), "/last");
    }

    @Test
    void a_date_is_run_once() {
        assertThat(possible(date())).containsExactlyInAnyOrderElementsOf(date().acts());
        run(State.FINISHED, "COMPLETED");
        assertThat(possible(date())).containsExactlyInAnyOrder(Act.RUN_PENDING, Act.RUN_AFTER_RESTORE);
        owner = SomeOwner.with(Evidence.SILENT_ELSEWHERE);
        assertThat(possible(date())).isEmpty();
    }

    @Test
    void a_date_waits_for_a_run_whose_feeds_count_already() {
        unfinished = new RunName(FRIDAY.minusDays(1), 1);

        assertThat(date().judge(Act.RUN))
                .isEqualTo(new Impossible("run 1 of 2026-11-19 is unfinished and has to come first"));
        assertThat(possible(date())).containsExactlyInAnyOrder(Act.RUN_PENDING, Act.RUN_AFTER_RESTORE);
    }

    @Test
    void what_was_refused_can_be_run_again() {
        run(State.DISCARDED, "FAILED");

        assertThat(possible(date()))
                .contains(Act.RUN, Act.ACCEPT_SAME_FEED, Act.ACCEPT_SHRUNK_FEEDS, Act.ACCEPT_RENUMBERED);
    }

    @ParameterizedTest
    @EnumSource(value = Act.class, names = "RUN.*|ACCEPT_.*", mode = EnumSource.Mode.MATCH_ANY)
    void an_act_on_a_date_orders_that_and_nothing_more(Act act) {
        Delivery delivery = ((Order.Run) date().order(act, CHOICES)).delivery();

        assertThat(delivery.night().date()).isEqualTo(FRIDAY);
        assertThat(delivery.pending()).isEqualTo(act == Act.RUN_PENDING);
        assertThat(delivery.afterRestore()).isEqualTo(act == Act.RUN_AFTER_RESTORE);
        assertThat(delivery.night().terms().accepted())
                .isEqualTo(act.accepted().map(Set::of).orElse(Set.of()));
        assertThat(delivery.directory()).contains(Path.of("/pub"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Act.class,
            names = {"RESTART", "TAKE_OVER", "CORRECT"})
    void an_act_on_a_run_orders_that_and_nothing_more(Act act) {
        Delivery delivery = ((Order.Run) run(State.ALLOCATING, "FAILED").order(act, CHOICES)).delivery();

        assertThat(delivery.night().correction()).isEqualTo(act == Act.CORRECT);
        assertThat(delivery.night().attempt().takeOver()).isEqualTo(act == Act.TAKE_OVER);
        assertThat(delivery.pending() || delivery.afterRestore()).isFalse();
    }

    @Test
    void a_console_that_does_not_know_input_goes_on_where_the_night_looked_for_it() {
        Choices nowhere =
                new Choices(new Places(Optional.empty(), Path.of("/out"), Optional.empty()), Optional.empty());
        assertThatThrownBy(() -> date().order(Act.RUN, nowhere))
                .isInstanceOf(Problem.class)
                .hasMessage("this console was not told where the feeds arrive, so it runs none");
        records.contents = contents();

        assertThat(((Order.Run) run(State.ALLOCATING, "FAILED").order(Act.RESTART, nowhere))
                        .delivery()
                        .night()
                        .input())
                .isEqualTo(Path.of("/last"));
    }

    @Test
    void stop_and_abandon_name_the_last_attempt() {
        Target target = run(State.ALLOCATING, "STARTED");

        assertThat(target.order(Act.STOP, CHOICES)).isEqualTo(new Order.Stop(target.attempt()));
        assertThat(target.order(Act.ABANDON, CHOICES))
                .isEqualTo(new Order.Abandon(Optional.of(target.attempt()), Path.of("/out")));
    }
}
