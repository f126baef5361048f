package nightfill.application.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nightfill.application.figures.RunFigures;
import nightfill.application.figures.Tally;
import nightfill.application.watch.Attempt.Asked;
import nightfill.application.watch.NightRecords.LastTry;
import nightfill.application.watch.NightRecords.Nights;
import nightfill.application.watch.NightRecords.Owed;
import nightfill.application.watch.NightRecords.PastNight;
import nightfill.application.watch.NightRecords.Undone;
import nightfill.application.watch.RunFacts.Published;
import nightfill.application.watch.RunRecord.Chain;
import nightfill.application.watch.RunRecord.Neighbours;
import nightfill.domain.access.Actor;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What everyone who knows what is on record of nights must do. */
public abstract class NightRecordsContract {

    protected static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final Instant TWO = Instant.parse("2026-11-21T02:00:00Z");
    private static final Recorded DONE = new Recorded("COMPLETED", "COMPLETED", "");
    protected static final RunFigures FIGURES = new RunFigures(
            new Tally(7, 70), new Tally(1, 2), new Tally(5, 50), new Tally(3, 30), new RunFigures.Rows(20, 2), 40);

    protected abstract NightRecords records();

    /** Notes a run; returns its id, which is above all others. A finished one has {@link #FIGURES}. */
    protected abstract long run(RunName name, State state, @Nullable Long replaces);

    /** Notes an attempt; returns its id, which is above all others. */
    protected abstract long attempt(long run, Recorded recorded, Times times, @Nullable Asked asked);

    /** Notes that somebody asks for something. */
    protected abstract Asked asked(Actor actor, String note);

    /** Notes that somebody has signed a note about a date, now. */
    protected abstract void note(LocalDate date);

    protected abstract void publication(String directory, long run, boolean there);

    protected final long run(LocalDate date, State state) {
        return run(new RunName(date, 1), state, null);
    }

    private long attempt(long run, Recorded recorded) {
        return attempt(run, recorded, new Times(TWO, TWO.plusSeconds(60)), null);
    }

    private Nights all() {
        return nights(NightFilter.ALL);
    }

    private Nights nights(NightFilter filter) {
        return records().nights(filter, null, 100);
    }

    private static List<LocalDate> dates(Nights nights) {
        return nights.shown().stream().map(run -> run.name().date()).toList();
    }

    @Test
    void where_nothing_was_run_there_is_nothing() {
        assertThat(all()).isEqualTo(new Nights(List.of(), List.of(), List.of(), List.of()));
        assertThat(records().run(new RunName(FRIDAY, 1))).isEmpty();
        assertThat(records().past(10)).isEmpty();
        assertThat(records().undone()).isEqualTo(new Undone(List.of(), List.of()));
    }

    @Test
    void dates_come_newest_first_in_whatever_order_they_were_run() {
        run(SATURDAY, State.FINISHED);
        run(FRIDAY, State.FINISHED);
        run(FRIDAY.plusDays(5), State.LOADING);

        assertThat(dates(all())).containsExactly(FRIDAY.plusDays(5), SATURDAY, FRIDAY);
        assertThat(dates(records().nights(NightFilter.ALL, null, 2))).containsExactly(FRIDAY.plusDays(5), SATURDAY);
        assertThat(dates(records().nights(NightFilter.ALL, SATURDAY, 2))).containsExactly(FRIDAY);
    }

    @Test
    void a_date_is_shown_by_the_run_under_way_then_the_current_one_then_the_last() {
        long finished = run(FRIDAY, State.FINISHED);
        run(new RunName(FRIDAY, 2), State.DISCARDED, finished);
        assertThat(all().shown()).extracting(RunFacts::id).containsExactly(finished);

        long correction = run(new RunName(FRIDAY, 2), State.LOADING, finished);
        assertThat(all().shown()).extracting(RunFacts::id).containsExactly(correction);
        assertThat(all().earlier()).extracting(RunFacts::state).containsExactly(State.DISCARDED, State.FINISHED);

        run(SATURDAY, State.DISCARDED);
        long abandoned = run(SATURDAY, State.ABANDONED);
        assertThat(all().shown()).extracting(RunFacts::id).containsExactly(abandoned, correction);
    }

    @Test
    void a_run_is_listed_with_its_figures_and_where_it_is_published() {
        long finished = run(FRIDAY, State.FINISHED);
        publication("/a", finished, true);
        publication("/b", finished, false);
        long loading = run(SATURDAY, State.LOADING);

        assertThat(all().shown())
                .containsExactly(
                        new RunFacts(
                                loading,
                                new RunName(SATURDAY, 1),
                                State.LOADING,
                                Terms.USUAL,
                                null,
                                new Published(0, 0)),
                        new RunFacts(
                                finished,
                                new RunName(FRIDAY, 1),
                                State.FINISHED,
                                Terms.USUAL,
                                FIGURES,
                                new Published(1, 2)));
    }

    @Test
    void attempts_come_in_their_order_and_say_who_asked() {
        long run = run(FRIDAY, State.FINISHED);
        Times first = new Times(TWO, TWO.plusSeconds(90));
        Times second = new Times(TWO.plusSeconds(300), null);
        Asked asked = asked(new Actor(Actor.Kind.CONSOLE, "anna", "10.0.0.7"), "the disk was full");
        Recorded died = new Recorded("FAILED", Recorded.DIED, "its process died, or was taken over");
        long one = attempt(run, died, first, null);
        long two = attempt(run, new Recorded("STARTED", "UNKNOWN", ""), second, asked);

        assertThat(all().attempts())
                .containsExactly(
                        new Attempt(one, run, false, died, first, null),
                        new Attempt(two, run, true, new Recorded("STARTED", "UNKNOWN", ""), second, asked));
    }

    @ParameterizedTest
    @CsvSource({
        "FINISHED, FINISHED, COMPLETED, COMPLETED, 2026-11-20",
        "ABANDONED, ABANDONED, FAILED, FAILED, 2026-11-19",
        "RUNNING, LOADING, STARTED, UNKNOWN,",
        "STOPPING, ALLOCATING, STOPPING, UNKNOWN,",
        "SILENT, ALLOCATING, STARTED, UNKNOWN,",
        "STOPPED, ALLOCATING, STOPPED, STOPPED,",
        "FAILED, LOADING, FAILED, FAILED, 2026-11-17",
        "FAILED, DISCARDED, FAILED, FAILED, 2026-11-17",
        "REFUSED, LOADING, FAILED, REFUSED, 2026-11-18",
        "UNBALANCED, ALLOCATING, FAILED, UNBALANCED,",
        "KILLED, ALLOCATING, FAILED, DIED,",
        "KILLED, ALLOCATING, STARTED, UNKNOWN,"
    })
    void a_status_selects_its_nights(
            NightStatus status, State state, String recorded, String exitCode, @Nullable LocalDate other) {
        run(FRIDAY, State.FINISHED);
        run(FRIDAY.minusDays(1), State.ABANDONED);
        attempt(run(FRIDAY.minusDays(2), State.DISCARDED), new Recorded("FAILED", "REFUSED", ""));
        attempt(run(FRIDAY.minusDays(3), State.DISCARDED), new Recorded("FAILED", "FAILED", ""));
        long run = run(SATURDAY, state);
        attempt(run, new Recorded("FAILED", "OTHER", "before"));
        attempt(run, new Recorded(recorded, exitCode, ""));

        NightFilter filter = new NightFilter(status, null, null, "");

        assertThat(dates(records().nights(filter, null, 1))).containsExactly(SATURDAY);
        assertThat(dates(nights(filter)))
                .containsExactlyElementsOf(other == null ? List.of(SATURDAY) : List.of(SATURDAY, other));
        assertThat(dates(nights(new NightFilter(NightStatus.REPLACED, null, null, ""))))
                .isEmpty();
    }

    @Test
    void a_text_selects_by_the_reason_of_the_last_attempt() {
        long friday = run(FRIDAY, State.DISCARDED);
        attempt(friday, new Recorded("FAILED", "REFUSED", "order_lines.csv lacks column Qty"));
        long saturday = run(SATURDAY, State.LOADING);
        attempt(saturday, new Recorded("FAILED", "REFUSED", "order_lines.csv lacks column Qty"));
        attempt(saturday, new Recorded("FAILED", "FAILED", "the database was lost"));

        assertThat(dates(nights(new NightFilter(null, null, null, "column qty"))))
                .containsExactly(FRIDAY);
        assertThat(dates(nights(new NightFilter(null, null, null, "LOST")))).containsExactly(SATURDAY);
        assertThat(dates(nights(new NightFilter(NightStatus.REFUSED, null, null, "lost"))))
                .isEmpty();
    }

    @Test
    void dates_are_selected_from_the_first_to_the_last() {
        for (int day = 0; day < 5; day++) {
            run(FRIDAY.plusDays(day), State.FINISHED);
        }
        NightFilter filter = new NightFilter(null, SATURDAY, FRIDAY.plusDays(3), "");

        assertThat(dates(nights(filter))).containsExactly(FRIDAY.plusDays(3), FRIDAY.plusDays(2), SATURDAY);
        assertThat(dates(records().nights(filter, FRIDAY.plusDays(2), 9))).containsExactly(SATURDAY);
    }

    @Test
    void finished_nights_of_the_same_weekdays_come_along() {
        for (int week = 0; week < 11; week++) {
            LocalDate date = FRIDAY.minusWeeks(week);
            long run = run(date, State.FINISHED);
            attempt(run, DONE);
            run(date.minusDays(2), State.FINISHED);
        }
        Nights friday = records().nights(NightFilter.ALL, null, 1);

        assertThat(dates(friday)).containsExactly(FRIDAY);
        assertThat(friday.past())
                .contains(new PastNight(
                        new RunName(FRIDAY.minusWeeks(8), 1), FIGURES, List.of(new Times(TWO, TWO.plusSeconds(60)))))
                .extracting(PastNight::date)
                .startsWith(FRIDAY.minusWeeks(1))
                .endsWith(FRIDAY.minusWeeks(8))
                .hasSize(8);
        assertThat(records().past(3))
                .extracting(PastNight::date)
                .containsExactly(FRIDAY, FRIDAY.minusDays(2), FRIDAY.minusWeeks(1));
    }

    @Test
    void a_run_knows_its_neighbours_and_what_it_replaces() {
        run(FRIDAY, State.FINISHED);
        long first = run(SATURDAY, State.REPLACED);
        long second = run(new RunName(SATURDAY, 2), State.FINISHED, first);
        run(FRIDAY.plusDays(2), State.FINISHED);

        assertThat(chain(new RunName(SATURDAY, 2)))
                .isEqualTo(new Chain(
                        null,
                        new RunName(SATURDAY, 1),
                        null,
                        new Neighbours(new RunName(SATURDAY, 1), new RunName(FRIDAY.plusDays(2), 1)),
                        null,
                        false));
        assertThat(chain(new RunName(SATURDAY, 1)).standing()).isEqualTo(new RunName(SATURDAY, 2));
        assertThat(chain(new RunName(SATURDAY, 1)).replacedBy()).isEqualTo(new RunName(SATURDAY, 2));
        assertThat(chain(new RunName(SATURDAY, 1)).neighbours().before()).isEqualTo(new RunName(FRIDAY, 1));
        assertThat(chain(new RunName(FRIDAY, 1)).neighbours().before()).isNull();
        assertThat(records().run(new RunName(SATURDAY, 2)).orElseThrow().run().id())
                .isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({"DISCARDED, true", "ABANDONED, true", "LOADING, true", "ALLOCATING, false", "FINISHED, false"})
    void the_last_finished_run_can_be_corrected_unless_a_later_one_has_begun_to_count(State later, boolean last) {
        long first = run(SATURDAY, State.FINISHED);
        run(FRIDAY, later);
        assertThat(chain(new RunName(SATURDAY, 1)).last()).isEqualTo(last);

        assertThat(chain(new RunName(FRIDAY, 1)).last()).isEqualTo(later == State.FINISHED);
        run(new RunName(SATURDAY, 2), State.ABANDONED, first);
        assertThat(chain(new RunName(SATURDAY, 1)).last()).isEqualTo(last);
    }

    private Chain chain(RunName name) {
        return records().run(name).orElseThrow().chain();
    }

    @Test
    void of_several_runs_of_one_number_the_one_that_counts_is_shown() {
        run(FRIDAY, State.ABANDONED);
        long finished = run(FRIDAY, State.FINISHED);
        run(SATURDAY, State.ABANDONED);
        long last = run(SATURDAY, State.DISCARDED);

        assertThat(records().run(new RunName(FRIDAY, 1)).orElseThrow().run().id())
                .isEqualTo(finished);
        assertThat(records().run(new RunName(SATURDAY, 1)).orElseThrow().run().id())
                .isEqualTo(last);
        assertThat(records().run(new RunName(SATURDAY, 2))).isEmpty();
    }

    @Test
    void a_date_is_unfinished_while_its_last_run_is() {
        run(FRIDAY, State.DISCARDED);
        run(FRIDAY, State.FINISHED);
        run(SATURDAY, State.ABANDONED);
        long finished = run(FRIDAY.plusDays(2), State.FINISHED);
        long correction = run(new RunName(FRIDAY.plusDays(2), 2), State.DISCARDED, finished);
        attempt(correction, new Recorded("FAILED", "FAILED", "one"));
        attempt(correction, new Recorded("FAILED", "REFUSED", "two"));
        note(FRIDAY.plusDays(2));
        long loading = run(FRIDAY.plusDays(3), State.LOADING);

        List<LastTry> unfinished = records().undone().unfinished();

        assertThat(unfinished).extracting(each -> each.run().id()).containsExactly(loading, correction);
        assertThat(unfinished.get(0).attempt()).isNull();
        assertThat(unfinished).extracting(LastTry::answered).containsExactly(false, true);
        assertThat(unfinished.get(1).attempt())
                .isNotNull()
                .extracting(attempt -> attempt.recorded().message())
                .isEqualTo("two");
    }

    @Test
    void what_is_owed_is_a_finished_run_that_is_not_there() {
        long finished = run(FRIDAY, State.FINISHED);
        publication("/a", finished, true);
        publication("/b", finished, false);
        publication("/a", run(SATURDAY, State.LOADING), false);

        assertThat(records().undone().owed()).containsExactly(new Owed(new RunName(FRIDAY, 1), "/b"));
    }
}
