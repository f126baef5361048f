package nightfill.domain.shrinkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nightfill.domain.feed.Feed;
import nightfill.domain.shrinkage.ShrinkLimits.Floored;
import nightfill.domain.words.Share;

/**
 * What the feeds of a night take away from what stood before it.
 *
 * @param promised allocated, and not dispatched, before the night
 * @param released what of it lost its batch because that was cut
 * @param atSea batches that had an ETA before the night
 * @param arrived those of them that have none any more
 * @param snapshot what a list of all batches lacks of them
 * @param feeds the rows of each feed that is usual; none before there are enough nights
 */
public record Shrinkage(
        Amount promised, Amount released, long atSea, long arrived, Snapshot snapshot, List<FeedRows> feeds) {

    public record Amount(long lines, long units) {}

    /**
     * A list of all batches.
     *
     * @param rows that it has
     * @param known batches with goods that had not left before the night
     * @param lacked those of them that it empties
     */
    public record Snapshot(long rows, long known, long lacked) {

        /** Where the feed lists no more than changes. */
        public static final Snapshot NONE = new Snapshot(0, 0, 0);
    }

    /**
     * The rows of a feed.
     *
     * @param rows tonight, 0 where it was not sent
     * @param usual the median of the last nights
     */
    public record FeedRows(Feed feed, long rows, long usual) {}

    /** Says, for people, each limit that is passed, and by how much; none where the feeds look whole. */
    public List<String> beyond(ShrinkLimits limits) {
        List<String> passed = new ArrayList<>();
        if (released.lines() >= limits.released().floor()) {
            Share most = limits.released().share();
            new Taken("releases", released.lines(), promised.lines(), "promised lines").judge(most, passed);
            new Taken("releases", released.units(), promised.units(), "promised units").judge(most, passed);
        }
        if (arrived >= limits.arrived().floor()) {
            Share most = limits.arrived().share();
            new Taken("takes the ETA of", arrived, atSea, "batches at sea").judge(most, passed);
        }
        judge(snapshot, limits.lacked(), passed);
        for (FeedRows feed : feeds) {
            judge(feed, limits.rows(), passed);
        }
        return passed;
    }

    /** What {@code batches.csv} takes away of something. */
    private record Taken(String how, long part, long whole, String of) {

        private void judge(Share limit, List<String> passed) {
            if (limit.isExceededBy(part, whole)) {
                passed.add(text(
                        "batches.csv %s %,d of %,d %s (%s %%; limit %s)",
                        how, part, whole, of, tenths((part * 1000 + whole - 1) / whole), limit));
            }
        }
    }

    /** One without any row is no list. */
    private static void judge(Snapshot snapshot, Floored limit, List<String> passed) {
        if (snapshot.lacked() > 0 && snapshot.rows() == 0) {
            passed.add(text(
                    "batches.csv has no row, and as a snapshot empties every batch (%,d with goods)",
                    snapshot.lacked()));
        } else if (snapshot.lacked() >= limit.floor()) {
            new Taken("lacks", snapshot.lacked(), snapshot.known(), "batches with goods").judge(limit.share(), passed);
        }
    }

    private static void judge(FeedRows feed, Floored limit, List<String> passed) {
        if (feed.usual() >= limit.floor() && limit.share().isMissedBy(feed.rows(), feed.usual())) {
            passed.add(text(
                    "%s has %,d rows where %,d are usual (%s %%; limit %s)",
                    feed.feed().fileName(),
                    feed.rows(),
                    feed.usual(),
                    tenths(feed.rows() * 1000 / feed.usual()),
                    limit.share()));
        }
    }

    /** Rounded away from the limit, so that what is beyond it never reads as the limit itself. */
    private static String tenths(long perMille) {
        return perMille / 10 + "." + perMille % 10;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
