package nightfill.domain.night;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.feed.Feed;

/**
 * The feeds of one night, as far as they were sent.
 *
 * @param batches what {@code batches.csv} lists
 */
public record NightFeeds(Map<Feed, FeedRows> sent, BatchFeed batches) {

    /** Those with the batches that are new or have changed. */
    public NightFeeds(Map<Feed, FeedRows> sent) {
        this(sent, BatchFeed.CHANGES);
    }

    /** The rows of a feed; none where it was not sent. */
    public FeedRows of(Feed feed) {
        return sent.getOrDefault(feed, new FeedRows(feed, List.of()));
    }

    public Stream<FeedRows> all() {
        return sent.values().stream();
    }

    public long rows() {
        return all().mapToLong(feed -> feed.rows().size()).sum();
    }

    /** The orders that any row names. */
    public Set<String> orderIds() {
        return all().filter(feed -> feed.feed() != Feed.BATCHES)
                .flatMap(feed -> feed.applied().stream())
                .map(row -> row.line().orderId())
                .collect(Collectors.toSet());
    }
}
