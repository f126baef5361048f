package nightfill.application.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** From so many rows on, a feed of which not one counts is not what its sender meant. */
    private static final int FEW = 3;

    private FeedChecks() {}

    /**
     * Tells, for people, what is let pass only because it was ordered.
     *
     * @throws Problem (refused) when a feed has too many rejected rows or not those that its sender vouches for
     */
    public static List<String> check(Map<Feed, FeedCounts> counts, List<AcceptedFeed> accepted, String maxRejects) {
        Limit limit = Limit.parse(maxRejects).orElse(USUAL);
        List<String> passed = new ArrayList<>();
        counts.forEach((feed, rows) -> {
            if (!Feed.SENT.contains(feed)) {
                promisesBroken(feed, rows).ifPresent(passed::add);
                return;
            }
            accepted.stream().filter(of -> of.feed() == feed).forEach(of -> checkRows(of, rows));
            if (rows.rows() >= FEW && rows.rejected() == rows.rows()) {
                passed.add(checkNoneCounts(feed, rows, limit));
            }
            checkRejects(feed, rows, limit);
        });
        return passed;
    }

    /** Nobody can send these better: it is the batches that do not hold what was promised of them. */
    private static Optional<String> promisesBroken(Feed feed, FeedCounts rows) {
        return rows.rejected() == 0
                ? Optional.empty()
                : Optional.of("%d of %d lines that were allocated at once have lost their batch: see %s in rejects.csv"
                        .formatted(rows.rejected(), rows.rows(), feed.fileName()));
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

    private static String checkNoneCounts(Feed feed, FeedCounts rows, Limit limit) {
        String text = "%s: every one of its %d rows is rejected".formatted(feed.fileName(), rows.rows());
        if (!limit.equals(Limit.NONE)) {
            throw Problem.refused(text, Remedy.mend("correct the feed"), Act.REJECT_EVERY_ROW);
        }
        return text + "; accepted";
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
