package nightfill.application.feeds;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nightfill.application.problem.Problem;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.words.Limit;
import nightfill.domain.words.Share;
import org.jspecify.annotations.Nullable;

/** Judges whole feeds once all their rows are judged. */
public final class FeedChecks {

    private static final Limit USUAL = new Limit(20, Share.percent(2));

    private FeedChecks() {}

    public static void check(List<FeedCounts> counts, List<AcceptedFeed> accepted, String maxRejects) {
        Limit limit = Limit.parse(maxRejects).orElse(USUAL);
        Map<Feed, AcceptedFeed> byFeed = accepted.stream().collect(Collectors.toMap(AcceptedFeed::feed, feed -> feed));
        for (FeedCounts feed : counts) {
            checkRows(feed, byFeed.get(feed.feed()));
            checkRejects(feed, limit);
        }
    }

    private static void checkRows(FeedCounts feed, @Nullable AcceptedFeed accepted) {
        Long vouched = accepted == null ? null : accepted.vouchedRows();
        if (vouched != null && vouched != feed.rows()) {
            throw Problem.refused(
                    "%s has %d rows, but control.csv vouches for %d; send the whole feed, or mend control.csv"
                            .formatted(feed.feed().fileName(), feed.rows(), vouched));
        }
    }

    private static void checkRejects(FeedCounts feed, Limit limit) {
        if (!limit.allows(feed.rejected(), feed.rows())) {
            throw Problem.refused(
                    "%s: %d of %d rows are rejected, more than allowed (%s); mend the feed, or raise --max-rejects"
                            .formatted(feed.feed().fileName(), feed.rejected(), feed.rows(), limit));
        }
    }
}
