package nightfill.application.feeds;

import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedChecksTest {

    @Test
    void a_feed_with_few_rejects_and_the_rows_that_were_promised_passes() {
        assertThatCode(() -> FeedChecks.check(counts(100, 20), accepted(100L), ""))
                .doesNotThrowAnyException();
        assertThatCode(() -> FeedChecks.check(counts(100, 20), accepted(null), ""))
                .doesNotThrowAnyException();
    }

    @Test
    void too_many_rejects_are_refused_with_numbers_and_advice() {
        assertRefused(
                () -> FeedChecks.check(counts(100, 21), accepted(100L), ""),
                "batches.csv: 21 of 100 rows are rejected, more than allowed (2 %, or 20 where that is more);"
                        + " correct the feed, RAISE_REJECT_LIMIT");
    }

    @Test
    void promises_that_the_batches_do_not_hold_refuse_no_night() {
        assertThat(FeedChecks.check(Map.of(Feed.URGENT, new FeedCounts("", 30, 0, 0, 0, 30)), List.of(), "0"))
                .containsExactly(
                        "30 of 30 lines that were allocated at once have lost their batch: see urgent.csv in rejects.csv");
        assertThat(FeedChecks.check(Map.of(Feed.URGENT, new FeedCounts("", 30, 30, 0, 0, 0)), List.of(), "0"))
                .isEmpty();
    }

    @Test
    void the_limit_that_was_ordered_counts() {
        assertRefused(
                () -> FeedChecks.check(counts(100, 1), accepted(100L), "0"),
                "batches.csv: 1 of 100 rows are rejected, more than allowed (0); correct the feed, RAISE_REJECT_LIMIT");
        assertThat(FeedChecks.check(counts(100, 50), accepted(100L), "50"))
                .isEqualTo(FeedChecks.check(counts(100, 99), accepted(100L), "99%"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "999999999", "99.999%"})
    void a_feed_of_which_every_row_is_rejected_is_refused_whatever_the_limit(String limit) {
        for (int rows : List.of(3, 20, 100_000)) {
            assertRefused(
                    () -> FeedChecks.check(counts(rows, rows), accepted(null), limit),
                    "batches.csv: every one of its %d rows is rejected; correct the feed, REJECT_EVERY_ROW"
                            .formatted(rows));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "100.0%"})
    void it_is_taken_on_order_which_is_told(String limit) {
        assertThat(FeedChecks.check(counts(3, 3), accepted(3L), limit))
                .containsExactly("batches.csv: every one of its 3 rows is rejected; accepted");
        assertThat(FeedChecks.check(counts(3, 2), accepted(3L), limit)).isEmpty();
    }

    @Test
    void one_or_two_rows_and_none_are_too_few_to_tell() {
        for (int rows : List.of(0, 1, 2)) {
            assertThat(FeedChecks.check(counts(rows, rows), accepted(null), "")).isEmpty();
        }
    }

    @Test
    void other_rows_than_promised_are_refused() {
        assertRefused(
                () -> FeedChecks.check(counts(100, 0), accepted(101L), ""),
                "batches.csv has 100 rows, but control.csv vouches for 101; send the whole feed, correct control.csv");
    }

    private static void assertRefused(Runnable check, String message) {
        assertThat(said(refused(check::run))).isEqualTo(message);
    }

    private static Map<Feed, FeedCounts> counts(long rows, long rejected) {
        return Map.of(Feed.BATCHES, new FeedCounts("", rows, rows - rejected, 0, 0, rejected));
    }

    private static List<AcceptedFeed> accepted(@Nullable Long vouched) {
        return List.of(new AcceptedFeed(Feed.BATCHES, 0, "", vouched));
    }
}
