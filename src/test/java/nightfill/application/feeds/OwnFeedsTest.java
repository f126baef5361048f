package nightfill.application.feeds;

import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static nightfill.harness.InMemoryNightfill.INPUT;
import static nightfill.harness.InMemoryNightfill.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import nightfill.application.night.NightRequest;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.harness.InMemoryNightfill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnFeedsTest {

    private static final LocalDate WEDNESDAY = FRIDAY.minusDays(2);
    private static final LocalDate THURSDAY = FRIDAY.minusDays(1);

    private final InMemoryNightfill nightfill = new InMemoryNightfill();

    @ParameterizedTest
    @EnumSource(names = {"BATCHES", "ORDER_LINES"})
    void what_an_earlier_night_than_the_last_has_brought_is_refused(Feed feed) throws IOException {
        runWithTheSame(WEDNESDAY, feed);
        runPlainly(THURSDAY);
        assertRefused(
                FRIDAY,
                INPUT.resolve("2026-11-20").resolve(feed.fileName()) + " equals that of 2026-11-18 run 1, byte for"
                        + " byte; send that of 2026-11-20, Accept[guard=SAME_FEED]",
                feed);
        nightfill.arrive(FRIDAY);
        nightfill.run(FRIDAY);
    }

    @Test
    void each_of_them_is_named() throws IOException {
        runWithTheSame(WEDNESDAY, Feed.BATCHES);
        runWithTheSame(THURSDAY, Feed.ORDER_LINES);
        runPlainly(FRIDAY);
        assertRefused(
                SATURDAY,
                "batches.csv equals that of 2026-11-18 run 1, byte for byte | "
                        + INPUT.resolve("2026-11-21/order_lines.csv") + " equals that of 2026-11-19 run 1",
                Feed.BATCHES,
                Feed.ORDER_LINES);
    }

    @ParameterizedTest
    @EnumSource(names = {"BATCHES", "ORDER_LINES"})
    void it_is_taken_on_order_and_told(Feed feed) throws IOException {
        runWithTheSame(WEDNESDAY, feed);
        runPlainly(THURSDAY);
        arriveWithTheSame(FRIDAY, feed);
        Run run =
                nightfill.run(nightfill.accepting(FRIDAY, Acceptance.SAME_FEED)).run();
        assertThat(nightfill.runs.warnings(run))
                .containsExactly(feed.fileName() + " equals that of 2026-11-18; accepted");
        assertThat(nightfill.runs.overridden(run)).containsExactly(Acceptance.SAME_FEED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DISPATCHES", "CANCELLATIONS"})
    void of_other_feeds_the_rows_say_themselves_whether_they_were_known(Feed feed) throws IOException {
        runWithTheSame(WEDNESDAY, Feed.ORDER_LINES);
        nightfill.arrive(THURSDAY).arrive(THURSDAY, feed, "1,1,CHAIR,2");
        nightfill.run(THURSDAY);
        runPlainly(FRIDAY);
        nightfill.arrive(SATURDAY).arrive(SATURDAY, feed, "1,1,CHAIR,2");
        assertThat(warnings(SATURDAY)).isEmpty();
    }

    @Test
    void the_batches_of_the_last_night_may_come_again() throws IOException {
        runWithTheSame(WEDNESDAY, Feed.BATCHES);
        runPlainly(FRIDAY.minusDays(3));
        assertRefused(THURSDAY, "equals that of 2026-11-18 run 1", Feed.BATCHES);
        nightfill.run(arriveWithTheSame(THURSDAY, Feed.BATCHES, Acceptance.SAME_FEED));
        arriveWithTheSame(FRIDAY, Feed.BATCHES);
        assertThat(warnings(FRIDAY)).isEmpty();
    }

    @Test
    void the_order_lines_of_the_last_night_may_come_again_which_is_told() throws IOException {
        runWithTheSame(THURSDAY, Feed.ORDER_LINES);
        arriveWithTheSame(FRIDAY, Feed.ORDER_LINES);
        assertThat(warnings(FRIDAY))
                .containsExactly("order_lines.csv equals that of 2026-11-19, the last night: no line in it is new");
        assertThat(nightfill.runs.overridden(nightfill.runs.lastFinished().orElseThrow()))
                .isEmpty();
    }

    @Test
    void the_last_night_is_the_one_that_was_run_last_whatever_its_date() throws IOException {
        runWithTheSame(SATURDAY, Feed.BATCHES);
        arriveWithTheSame(FRIDAY, Feed.BATCHES);
        nightfill.run(FRIDAY);
        runPlainly(THURSDAY);
        assertRefused(WEDNESDAY, "equals that of 2026-11-20 run 1", Feed.BATCHES);
    }

    @Test
    void batches_that_yielded_in_a_late_night_would_have_an_effect_now() throws IOException {
        nightfill.arrive(FRIDAY).arrive(FRIDAY, Feed.BATCHES, "PO-1,CHAIR,12,");
        nightfill.run(FRIDAY);
        runWithTheSame(THURSDAY, Feed.BATCHES);
        assertRefused(SATURDAY, "equals that of 2026-11-19 run 1", Feed.BATCHES);
    }

    @Test
    void a_correction_is_compared_with_the_nights_before_the_run_that_it_replaces() throws IOException {
        runWithTheSame(WEDNESDAY, Feed.BATCHES);
        runPlainly(THURSDAY);
        arriveWithTheSame(THURSDAY, Feed.BATCHES);
        assertThat(nightfill.run(nightfill.correction(THURSDAY)).run().number()).isEqualTo(2);

        nightfill.arrive(THURSDAY, Feed.ORDER_LINES, "7,1,CHAIR,2");
        assertThat(nightfill.run(nightfill.correction(THURSDAY)).run().number()).isEqualTo(3);
    }

    @Test
    void an_empty_feed_may_come_every_night() throws IOException {
        for (LocalDate date : List.of(WEDNESDAY, THURSDAY, FRIDAY)) {
            nightfill.arrive(date, Feed.BATCHES).arrive(date, Feed.ORDER_LINES);
            assertThat(warnings(date)).isEmpty();
        }
        runPlainly(SATURDAY);
        nightfill.arrive(SATURDAY.plusDays(1), Feed.BATCHES).arrive(SATURDAY.plusDays(1), Feed.ORDER_LINES);
        assertThat(warnings(SATURDAY.plusDays(1))).isEmpty();
    }

    private void runPlainly(LocalDate date) throws IOException {
        nightfill.arrive(date);
        nightfill.run(date);
    }

    private void runWithTheSame(LocalDate date, Feed feed) throws IOException {
        arriveWithTheSame(date, feed);
        nightfill.run(date);
    }

    private NightRequest arriveWithTheSame(LocalDate date, Feed feed, Acceptance accepted) {
        arriveWithTheSame(date, feed);
        return nightfill.accepting(date, accepted);
    }

    private void arriveWithTheSame(LocalDate date, Feed... feeds) {
        nightfill.arrive(date);
        for (Feed feed : feeds) {
            nightfill.arrive(date, feed, feed == Feed.BATCHES ? "PO-1,CHAIR,10," : "1,1,CHAIR,2");
        }
    }

    private void assertRefused(LocalDate date, String told, Feed... feeds) {
        arriveWithTheSame(date, feeds);
        assertThat(said(refused(() -> nightfill.run(date)))).contains(told);
    }

    private List<String> warnings(LocalDate date) throws IOException {
        return nightfill.runs.warnings(nightfill.run(date).run());
    }
}
