package nightfill.application.feeds;

import java.util.List;
import java.util.Map;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.words.Limit;
import nightfill.domain.words.Share;

/** Judges whole feeds once all their rows are judged. */
public final class FeedChecks {

    private static final Limit USUAL = new Limit(20, Share.percent(2));

    private FeedChecks() {}

    public static void check(Map<Feed, FeedCounts> counts, List<AcceptedFeed> accepted, String maxRejects) {
        Limit limit = Limit.parse(maxRejects).orElse(USUAL);
        counts.forEach((feed, rows) -> {
            accepted.stream().filter(of -> of.feed() == feed).forEach(of -> checkRows(of, rows));
            checkRejects(feed, rows, limit);
        });
    }

    private static void checkRows(AcceptedFeed accepted, FeedCounts rows) {
        Long vouched = accepted.vouchedRows();
        if (vouched != null && vouched != rows.rows()) {
            throw Problem.refused(
                    "%s has %d rows, but control.csv vouches for %d"
                            .formatted(accepted.feed().fileName(), rows.rows(), vouched),
                    Remedy.mend("send the whole feed"),
                    Remedy.mend("correct control.csv"));
        }
    }

    private static void checkRejects(Feed feed, FeedCounts rows, Limit limit) {
        if (!limit.allows(rows.rejected(), rows.rows())) {
            throw Problem.refused(
                    "%s: %d of %d rows are rejected, more than allowed (%s)"
                            .formatted(feed.fileName(), rows.rejected(), rows.rows(), limit),
                    Remedy.mend("correct the feed"),
                    Act.RAISE_REJECT_LIMIT);
        }
    }
}
