package nightfill.domain.shrinkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightfill.domain.feed.Feed;
import nightfill.domain.shrinkage.ShrinkLimits.Floored;
import nightfill.domain.shrinkage.Shrinkage.Amount;
import nightfill.domain.shrinkage.Shrinkage.FeedRows;
import nightfill.domain.shrinkage.Shrinkage.Snapshot;
import nightfill.domain.words.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShrinkageTest {

    private static final ShrinkLimits USUAL = ShrinkLimits.DEFAULT;
    private static final Amount NONE = new Amount(0, 0);

    @Test
    void a_night_that_takes_nothing_away_passes_no_limit() {
        assertThat(releases(NONE, NONE)).isEmpty();
        assertThat(arrivals(0, 0)).isEmpty();
        assertThat(rows(0, 0)).isEmpty();
    }

    @Test
    void more_than_a_quarter_of_the_promised_lines_is_too_much() {
        assertThat(releases(new Amount(400, 9000), new Amount(100, 100))).isEmpty();
        assertThat(releases(new Amount(400, 9000), new Amount(101, 101)))
                .containsExactly("batches.csv releases 101 of 400 promised lines (25.3 %; limit 25 %)");
    }

    @Test
    void more_than_a_quarter_of_the_promised_units_is_too_much() {
        assertThat(releases(new Amount(4000, 8000), new Amount(100, 2000))).isEmpty();
        assertThat(releases(new Amount(4000, 8000), new Amount(100, 2001)))
                .containsExactly("batches.csv releases 2,001 of 8,000 promised units (25.1 %; limit 25 %)");
    }

    @Test
    void fewer_than_100_released_lines_are_never_too_much() {
        assertThat(releases(new Amount(99, 99), new Amount(99, 99))).isEmpty();
        assertThat(releases(new Amount(100, 100), new Amount(100, 100)))
                .containsExactly(
                        "batches.csv releases 100 of 100 promised lines (100.0 %; limit 25 %)",
                        "batches.csv releases 100 of 100 promised units (100.0 %; limit 25 %)");
    }

    @Test
    void more_than_a_quarter_of_the_batches_at_sea_do_not_arrive_at_once() {
        assertThat(arrivals(50, 200)).isEmpty();
        assertThat(arrivals(51, 200))
                .containsExactly("batches.csv takes the ETA of 51 of 200 batches at sea (25.5 %; limit 25 %)");
    }

    @Test
    void fewer_than_50_arrivals_are_never_too_many() {
        assertThat(arrivals(49, 49)).isEmpty();
        assertThat(arrivals(50, 50)).hasSize(1);
    }

    @Test
    void fewer_than_a_tenth_of_the_usual_rows_are_too_few() {
        assertThat(rows(1000, 10_000)).isEmpty();
        assertThat(rows(999, 10_000))
                .containsExactly("order_lines.csv has 999 rows where 10,000 are usual (9.9 %; limit 10 %)");
    }

    @Test
    void no_rows_are_too_few_only_where_1000_are_usual() {
        assertThat(rows(0, 999)).isEmpty();
        assertThat(rows(0, 1000))
                .containsExactly("order_lines.csv has 0 rows where 1,000 are usual (0.0 %; limit 10 %)");
    }

    @Test
    void a_list_of_all_batches_lacks_no_more_than_a_quarter_of_them_at_once() {
        assertThat(lacks(new Snapshot(200, 200, 50))).isEmpty();
        assertThat(lacks(new Snapshot(200, 200, 51)))
                .containsExactly("batches.csv lacks 51 of 200 batches with goods (25.5 %; limit 25 %)");
        assertThat(lacks(new Snapshot(1, 49, 49))).isEmpty();
    }

    @Test
    void a_list_of_all_batches_without_a_row_is_none() {
        assertThat(lacks(new Snapshot(0, 2, 1)))
                .containsExactly("batches.csv has no row, and as a snapshot empties every batch (1 with goods)");
        assertThat(lacks(new Snapshot(0, 0, 0))).isEmpty();
    }

    @Test
    void the_feeds_are_judged_one_by_one() {
        Shrinkage night = new Shrinkage(
                NONE,
                NONE,
                0,
                0,
                Snapshot.NONE,
                List.of(new FeedRows(Feed.BATCHES, 1, 1000), new FeedRows(Feed.DISPATCHES, 2, 2000)));

        assertThat(night.beyond(USUAL)).hasSize(2).element(1).asString().startsWith("dispatches.csv has 2 rows");
    }

    @Test
    void limits_are_what_they_are_set_to() {
        ShrinkLimits strict = new ShrinkLimits(floored("0%,1"), floored("50%,2"), floored("75%,2"), floored("100%,3"));
        Shrinkage night = new Shrinkage(
                new Amount(9, 9),
                new Amount(1, 1),
                3,
                2,
                new Snapshot(1, 5, 4),
                List.of(new FeedRows(Feed.ORDER_LINES, 2, 3)));

        assertThat(night.beyond(strict)).hasSize(5);
        assertThat(night.beyond(
                        new ShrinkLimits(floored("100%,1"), floored("100%,2"), floored("100%,2"), floored("0%,3"))))
                .isEmpty();
    }

    @Test
    void a_limit_is_written_as_a_percentage_and_a_floor() {
        assertThat(floored("07%,1")).isEqualTo(new Floored(Share.percent(7), 1));
        assertThat(floored("100%,999999999")).isEqualTo(new Floored(Share.percent(100), 999_999_999));
        assertThat(USUAL.released()).hasToString("25%,100").isEqualTo(floored("25%,100"));
        assertThat(USUAL.arrived()).isEqualTo(floored("25%,50"));
        assertThat(USUAL.lacked()).isEqualTo(floored("25%,50"));
        assertThat(USUAL.rows()).isEqualTo(floored("10%,1000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "25%", "25%,", ",100", "25,100", "25%,100%", "101%,1", "25%, 100", "25%,-1", "25%,1234567890"
            })
    void anything_else_is_no_limit(String text) {
        assertThat(Floored.parse(text)).isEmpty();
    }

    private static Floored floored(String text) {
        return Floored.parse(text).orElseThrow();
    }

    private static List<String> releases(Amount promised, Amount released) {
        return new Shrinkage(promised, released, 0, 0, Snapshot.NONE, List.of()).beyond(USUAL);
    }

    private static List<String> arrivals(long arrived, long atSea) {
        return new Shrinkage(NONE, NONE, atSea, arrived, Snapshot.NONE, List.of()).beyond(USUAL);
    }

    private static List<String> lacks(Snapshot snapshot) {
        return new Shrinkage(NONE, NONE, 0, 0, snapshot, List.of()).beyond(USUAL);
    }

    private static List<String> rows(long rows, long usual) {
        return new Shrinkage(NONE, NONE, 0, 0, Snapshot.NONE, List.of(new FeedRows(Feed.ORDER_LINES, rows, usual)))
                .beyond(USUAL);
    }
}
