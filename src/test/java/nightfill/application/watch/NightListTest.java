package nightfill.application.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nightfill.application.figures.RunFigures;
import nightfill.application.watch.NightList.Page;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Evidence;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Recorded;
import org.junit.jupiter.api.Test;

class NightListTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Instant TWO = Instant.parse("2026-11-21T02:00:00Z");
    private static final Recorded STARTED = new Recorded("STARTED", "UNKNOWN", "");
    private static final Recorded DONE = new Recorded("COMPLETED", "COMPLETED", "");

    private final InMemoryNightRecords records = new InMemoryNightRecords();
    private Optional<Owner> owner = Optional.empty();
    private final NightList list = new NightList(records, () -> owner);

    private long run(LocalDate date, State state) {
        return records.run(new RunName(date, 1), state, null, RunFigures.NONE);
    }

    private void attempt(long run, Recorded recorded, long minutes) {
        records.attempt(run, recorded, new Times(TWO, TWO.plus(Duration.ofMinutes(minutes))), null);
    }

    private Page all() {
        return list.page(NightFilter.ALL, null, 50);
    }

    @Test
    void dates_without_a_run_stand_between_those_that_have_one() {
        run(FRIDAY, State.FINISHED);
        run(FRIDAY.plusDays(1), State.FINISHED);
        run(FRIDAY.plusDays(3), State.FINISHED);
        run(FRIDAY.plusDays(7), State.FINISHED);

        assertThat(all().dates())
                .extracting(ListedDates::date)
                .containsExactly(
                        FRIDAY.plusDays(7),
                        FRIDAY.plusDays(6),
                        FRIDAY.plusDays(3),
                        FRIDAY.plusDays(2),
                        FRIDAY.plusDays(1),
                        FRIDAY);
        assertThat(all().dates())
                .contains(new MissingDates(FRIDAY.plusDays(4), FRIDAY.plusDays(6)))
                .contains(new MissingDates(FRIDAY.plusDays(2), FRIDAY.plusDays(2)));
        assertThat(new MissingDates(FRIDAY.plusDays(4), FRIDAY.plusDays(6)).days())
                .isEqualTo(3);
    }

    @Test
    void page_after_page_shows_each_date_once() {
        for (int day = 0; day < 7; day += 2) {
            run(FRIDAY.plusDays(day), State.FINISHED);
        }
        Page first = list.page(NightFilter.ALL, null, 2);
        Page second = list.page(NightFilter.ALL, first.next(), 2);

        assertThat(first.next()).isEqualTo(FRIDAY.plusDays(4));
        assertThat(first.dates())
                .extracting(ListedDates::date)
                .containsExactly(FRIDAY.plusDays(6), FRIDAY.plusDays(5), FRIDAY.plusDays(4), FRIDAY.plusDays(3));
        assertThat(second.dates())
                .extracting(ListedDates::date)
                .containsExactly(FRIDAY.plusDays(2), FRIDAY.plusDays(1), FRIDAY);
        assertThat(second.next()).isNull();
    }

    /** Berlin puts its clocks back on 2026-10-25. */
    @Test
    void the_usual_end_is_a_time_of_the_clock_after_the_date_whatever_its_zone_does() {
        LocalDate winter = LocalDate.of(2026, 10, 30);
        for (String ended : List.of("2026-10-24T01:38:00Z", "2026-10-17T01:30:00Z", "2026-10-12T12:00:00Z")) {
            Instant end = Instant.parse(ended);
            long run = run(winter.minusWeeks(records.past(9).size() + 1), State.FINISHED);
            records.attempt(run, DONE, new Times(end.minusSeconds(60), end), null);
        }
        run(winter, State.LOADING);

        NightRow night = all().nights().get(0);
        assertThat(night.usualEnd(ZoneId.of("Europe/Berlin"))).isEqualTo("2026-10-31T02:38:00Z");
        assertThat(all().nights().get(3).usualEnd(ZoneId.of("Europe/Berlin"))).isNull();
    }

    @Test
    void a_selection_has_no_gaps() {
        run(FRIDAY, State.FINISHED);
        run(FRIDAY.plusDays(3), State.FINISHED);
        Page page = list.page(new NightFilter(NightStatus.FINISHED, null, null, ""), null, 50);
        assertThat(page.dates()).hasSize(2).allMatch(NightRow.class::isInstance);
    }

    @Test
    void what_is_under_way_is_judged_by_its_owner() {
        long run = run(FRIDAY, State.ALLOCATING);
        records.attempt(run, STARTED, new Times(TWO, null), null);

        assertThat(only().status()).isEqualTo(NightStatus.KILLED);
        owner = SomeOwner.with(Evidence.BEATS);
        assertThat(only().status()).isEqualTo(NightStatus.RUNNING);
        assertThat(all().owner()).isEqualTo(owner);
        owner = SomeOwner.with(Evidence.SILENT_ELSEWHERE);
        assertThat(only().status()).isEqualTo(NightStatus.SILENT);
        owner = SomeOwner.with(Evidence.PROCESS_GONE);
        assertThat(only().status()).isEqualTo(NightStatus.KILLED);
    }

    @Test
    void a_selection_holds_nothing_that_turns_out_to_be_otherwise() {
        long run = run(FRIDAY, State.ALLOCATING);
        records.attempt(run, STARTED, new Times(TWO, null), null);

        assertThat(list.page(new NightFilter(NightStatus.RUNNING, null, null, ""), null, 50)
                        .nights())
                .isEmpty();
        assertThat(list.page(new NightFilter(NightStatus.KILLED, null, null, ""), null, 50)
                        .nights())
                .hasSize(1);
    }

    @Test
    void a_night_takes_as_long_as_all_its_attempts_and_is_compared_with_its_weekday() {
        for (int week = 3; week > 0; week--) {
            attempt(run(FRIDAY.minusWeeks(week), State.FINISHED), DONE, 10L * week);
        }
        long run = run(FRIDAY, State.FINISHED);
        attempt(run, new Recorded("FAILED", "FAILED", "the database was lost"), 3);
        attempt(run, DONE, 22);

        NightRow night = all().nights().get(0);

        assertThat(night.duration()).isEqualTo(Duration.ofMinutes(25));
        assertThat(night.usualDuration()).isEqualTo(Duration.ofMinutes(20));
        assertThat(night.attempts())
                .extracting(JudgedAttempt::status)
                .containsExactly(NightStatus.FAILED, NightStatus.FINISHED);
        assertThat(night.lastAttempt()).isEqualTo(night.attempts().get(1));
        assertThat(night.usual(RunFigures::controlTotals)).hasValue(0);
        assertThat(night.usualFillRate()).isEmpty();
    }

    @Test
    void a_night_under_way_is_expected_to_take_as_long_as_usual() {
        attempt(run(FRIDAY.minusWeeks(1), State.FINISHED), DONE, 30);
        long run = run(FRIDAY, State.ALLOCATING);
        attempt(run, new Recorded("FAILED", "FAILED", "the database was lost"), 3);
        records.attempt(run, STARTED, new Times(TWO.plusSeconds(600), null), null);
        assertThat(all().nights().get(0).remaining(TWO)).isNull();

        owner = SomeOwner.with(Evidence.BEATS);
        NightRow night = all().nights().get(0);

        assertThat(night.remaining(TWO.plusSeconds(900))).isEqualTo(Duration.ofMinutes(22));
        assertThat(night.remaining(TWO.plusSeconds(9000))).isEqualTo(Duration.ZERO);
    }

    @Test
    void the_first_night_has_nothing_to_be_compared_with() {
        run(FRIDAY, State.FINISHED);
        assertThat(only().usualDuration()).isNull();
        assertThat(only().usual(RunFigures::controlTotals)).isEmpty();
        assertThat(only().duration()).isNull();
        assertThat(only().lastAttempt()).isNull();
    }

    @Test
    void earlier_runs_fold_under_their_own_date() {
        long first = run(FRIDAY, State.REPLACED);
        records.run(new RunName(FRIDAY, 2), State.FINISHED, first, RunFigures.NONE);
        run(FRIDAY.plusDays(1), State.FINISHED);

        assertThat(all().nights()).extracting(night -> night.earlier().size()).containsExactly(0, 1);
    }

    @Test
    void trends_go_from_the_oldest_night_to_the_newest() {
        attempt(run(FRIDAY, State.FINISHED), DONE, 5);
        run(FRIDAY.plusDays(1), State.ABANDONED);
        run(FRIDAY.plusDays(2), State.FINISHED);

        List<Trends.Point> points = new Trends(records).last(Trends.NIGHTS);

        assertThat(points)
                .extracting(Trends.Point::run)
                .containsExactly(new RunName(FRIDAY, 1), new RunName(FRIDAY.plusDays(2), 1));
        assertThat(points.get(0).duration()).isEqualTo(Duration.ofMinutes(5));
        assertThat(points.get(1).duration()).isNull();
    }

    private NightRow only() {
        assertThat(all().nights()).hasSize(1);
        return all().nights().get(0);
    }
}
