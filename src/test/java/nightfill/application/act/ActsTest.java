package nightfill.application.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nightfill.application.access.InMemoryAuditTrail;
import nightfill.application.act.Answer.Begun;
import nightfill.application.act.Answer.Changed;
import nightfill.application.act.Answer.Refused;
import nightfill.application.act.Verdict.Impossible;
import nightfill.application.act.Verdict.Possible;
import nightfill.application.compare.CompareInput;
import nightfill.application.compare.InMemoryInputFiles;
import nightfill.application.figures.RunFigures;
import nightfill.application.watch.Attempt.Asked;
import nightfill.application.watch.InMemoryNightRecords;
import nightfill.application.watch.NightList;
import nightfill.application.watch.Owner;
import nightfill.application.watch.RunRecord.Contents;
import nightfill.application.watch.RunRecord.FeedRecord;
import nightfill.application.watch.ShowRun;
import nightfill.application.watch.SomeOwner;
import nightfill.application.watch.Times;
import nightfill.domain.access.Act;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Evidence;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Recorded;
import org.junit.jupiter.api.Test;

class ActsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final RunName NAME = new RunName(FRIDAY, 1);
    private static final Actor ANNA = new Actor(Actor.Kind.CONSOLE, "anna", "10.0.0.7");
    private static final Actor BOB = new Actor(Actor.Kind.CONSOLE, "bob", "10.0.0.8");
    private static final Recorded STARTED = new Recorded("STARTED", "UNKNOWN", "");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final InMemoryNightRecords records = new InMemoryNightRecords();
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail(clock);
    private final InMemoryNightStarter starter = new InMemoryNightStarter();
    private final InMemoryInputFiles input = new InMemoryInputFiles();
    private Optional<Owner> owner = Optional.empty();
    private final Acts acts = new Acts(
            new Acts.Looks(
                    new ShowRun(records, () -> owner), new NightList(records, () -> owner), new CompareInput(input)),
            trail,
            starter,
            new Places(Optional.of(Path.of("/in")), Path.of("/out"), Optional.empty()),
            clock);

    private void killed() {
        long run = records.run(NAME, State.ALLOCATING, null, RunFigures.NONE);
        records.attempt(run, STARTED, new Times(NOW.minus(Duration.ofMinutes(9)), null), null);
    }

    private Target target() {
        return acts.run(NAME).orElseThrow();
    }

    private Preview preview(Act act) {
        return acts.preview(act, target(), Optional.empty());
    }

    private Press press(Actor actor, Preview shown) {
        return new Press(shown.act(), actor, shown.seen(), "why", Optional.empty());
    }

    private Answer ask(Actor actor, Preview shown) {
        return acts.ask(press(actor, shown), target());
    }

    @Test
    void to_look_changes_nothing() {
        killed();

        Preview preview = preview(Act.RESTART);

        assertThat(preview.verdict()).isInstanceOf(Possible.class);
        assertThat(preview.command()).isEqualTo("nightfill run");
        assertThat(trail.entries()).isEmpty();
        assertThat(starter.started).isEmpty();
    }

    @Test
    void what_is_asked_for_is_noted_first_and_begun_once() {
        killed();
        Preview shown = preview(Act.RESTART);

        assertThat(ask(ANNA, shown)).isEqualTo(new Begun(1));

        assertThat(trail.entry(1).request()).isEqualTo(new AuditEntry.Request(ANNA, "run", FRIDAY.toString(), "why"));
        assertThat(starter.started).containsOnlyKeys(1L);
        assertThat(starter.started.get(1L)).isInstanceOf(Order.Run.class);
        assertThat(ask(ANNA, shown)).isInstanceOfAny(Changed.class, Refused.class);
        assertThat(starter.started).hasSize(1);
    }

    @Test
    void of_all_who_press_at_once_one_begins_and_the_others_hear_who_did() {
        killed();
        Preview shown = preview(Act.RESTART);

        List<Answer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(each -> ask(each % 2 == 0 ? ANNA : BOB, shown))
                .toList();

        assertThat(answers).filteredOn(Begun.class::isInstance).hasSize(1);
        assertThat(starter.started).hasSize(1);
        String winner = trail.entry(1).request().actor().name();
        assertThat(answers)
                .filteredOn(answer -> !(answer instanceof Begun))
                .allSatisfy(answer -> assertThat(
                                answer instanceof Changed changed
                                        ? changed.since()
                                                .get(0)
                                                .request()
                                                .actor()
                                                .name()
                                        : ((Refused) answer).reason())
                        .contains(winner));
    }

    @Test
    void of_two_who_press_different_acts_on_a_night_one_begins() {
        killed();
        Preview restart = preview(Act.RESTART);
        Preview abandon = preview(Act.ABANDON);

        assertThat(ask(ANNA, restart)).isEqualTo(new Begun(1));
        assertThat(ask(BOB, abandon)).isInstanceOfAny(Changed.class, Refused.class);
        assertThat(starter.started).hasSize(1);
    }

    @Test
    void nothing_is_done_to_what_has_changed() {
        killed();
        Preview shown = preview(Act.RESTART);
        owner = SomeOwner.with(Evidence.BEATS);

        assertThat(ask(ANNA, shown))
                .isEqualTo(new Changed(Optional.of(NightStatus.KILLED), Optional.of(NightStatus.RUNNING), List.of()));
        assertThat(trail.entries()).isEmpty();
    }

    @Test
    void what_is_impossible_is_refused_with_its_reason_and_not_noted() {
        killed();
        Preview shown = preview(Act.CORRECT);

        assertThat(shown.verdict()).isEqualTo(new Impossible("it is not finished"));
        assertThat(shown.command()).isEmpty();
        assertThat(ask(ANNA, shown)).isEqualTo(new Refused("it is not finished"));
        assertThat(trail.entries()).isEmpty();
    }

    @Test
    void what_somebody_has_just_asked_for_is_not_asked_for_again() {
        killed();
        ask(ANNA, preview(Act.RESTART));

        assertThat(preview(Act.RESTART).verdict())
                .isEqualTo(new Impossible("anna has just asked for run (no. 1), and it has not come out yet"));
        trail.cameOut(1, "FAILED", "the disk is full");
        assertThat(preview(Act.RESTART).verdict()).isInstanceOf(Possible.class);
    }

    /** A process that was killed leaves its own request open. */
    @Test
    void a_request_that_the_last_attempt_came_from_is_over_with_it() {
        long asked = trail.asked(ANNA, "run", FRIDAY.toString(), "");
        long run = records.run(NAME, State.ALLOCATING, null, RunFigures.NONE);
        records.attempt(run, STARTED, new Times(NOW, null), new Asked(asked, ANNA, ""));

        assertThat(preview(Act.RESTART).verdict()).isInstanceOf(Possible.class);
    }

    @Test
    void a_process_that_cannot_be_started_is_the_outcome() {
        killed();
        starter.breakDown();

        assertThat(ask(ANNA, preview(Act.RESTART)))
                .isEqualTo(new Refused("no process could be started: no such program"));
        assertThat(trail.entry(2).outcome())
                .isEqualTo(new AuditEntry.Outcome(1L, "FAILED", "no process could be started: no such program"));
    }

    @Test
    void a_process_that_ends_without_an_answer_is_answered_for() {
        killed();
        ask(ANNA, preview(Act.RESTART));

        starter.end(1, 2, "unknown option");

        assertThat(acts.asked(1).orElseThrow().answer().orElseThrow().outcome().message())
                .isEqualTo("its process ended with exit code 2 and gave no answer; it said last: unknown option");
    }

    @Test
    void a_process_that_was_killed_was_ended_by_a_signal() {
        killed();
        ask(ANNA, preview(Act.RESTART));

        starter.end(1, 137, "");

        assertThat(acts.asked(1).orElseThrow().answer().orElseThrow().outcome().message())
                .startsWith("its process was ended by signal 9 and gave no answer");
    }

    @Test
    void a_process_that_answered_is_not_answered_for() {
        killed();
        ask(ANNA, preview(Act.RESTART));
        trail.cameOut(1, "DONE", "finished");

        starter.end(1, 0, "finished");

        assertThat(trail.entries()).hasSize(2);
    }

    @Test
    void everybody_sees_what_was_asked_for_until_an_attempt_comes_of_it() {
        killed();
        ask(ANNA, preview(Act.RESTART));

        Instant since = NOW.minus(Acts.STARTING);
        assertThat(Acts.starting(trail.open(target().asked(), since)).map(Acts::reason))
                .contains("anna has just asked for run (no. 1), and it has not come out yet");
        assertThat(trail.open(1, since)).isEmpty();
        trail.cameOut(1, "DONE", "finished");
        assertThat(trail.open(0, since)).isEmpty();
    }

    @Test
    void a_night_is_corrected_with_other_feeds_only() {
        long run = records.run(NAME, State.FINISHED, null, RunFigures.NONE);
        records.attempt(run, new Recorded("COMPLETED", "COMPLETED", ""), new Times(NOW, NOW), null);
        records.contents = new Contents(
                List.of(new FeedRecord(Feed.BATCHES, "b", 10, null, Map.of(), 0)),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                "/in");
        assertThat(preview(Act.CORRECT).verdict()).isEqualTo(new Impossible("INPUT has no feeds of its date any more"));

        input.lengths.put(Feed.BATCHES, 10L);
        input.hashes.put(Feed.BATCHES, "b");
        assertThat(preview(Act.CORRECT).verdict()).isEqualTo(new Impossible("INPUT holds what it accepted"));

        input.hashes.put(Feed.BATCHES, "c");
        assertThat(preview(Act.CORRECT).verdict()).isInstanceOf(Possible.class);
    }

    @Test
    void a_date_without_feeds_is_not_run() {
        assertThat(acts.preview(Act.RUN, acts.date(FRIDAY), Optional.empty()).verdict())
                .isEqualTo(new Impossible("no feed lies in /in/2026-11-20"));
    }

    @Test
    void a_date_without_a_night_can_be_run() {
        input.lengths.put(Feed.BATCHES, 10L);
        Target date = acts.date(FRIDAY);
        Preview shown = acts.preview(Act.RUN, date, Optional.empty());

        assertThat(shown.seen().status()).isEmpty();
        assertThat(acts.ask(press(ANNA, shown), date)).isEqualTo(new Begun(1));
    }

    @Test
    void what_was_seen_comes_back_as_it_was_sent() {
        killed();
        Seen seen = preview(Act.RESTART).seen();

        assertThat(Seen.parse(seen.text())).contains(seen);
        assertThat(seen.status()).contains(NightStatus.KILLED);
        assertThat(List.of("", "KILLED", "KILLED@", "@1", "killed@1", "KILLED@1@2", "KILLED@" + "9".repeat(19)))
                .allSatisfy(text -> assertThat(Seen.parse(text)).isEmpty());
    }
}
