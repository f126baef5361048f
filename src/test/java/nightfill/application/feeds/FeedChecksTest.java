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
    void the_limit_that_was_ordered_counts() {
        assertRefused(
                () -> FeedChecks.check(counts(100, 1), accepted(100L), "0"),
                "batches.csv: 1 of 100 rows are rejected, more than allowed (0); correct the feed, RAISE_REJECT_LIMIT");
        assertThatCode(() -> FeedChecks.check(counts(100, 100), accepted(100L), "100%"))
                .doesNotThrowAnyException();
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
