package nightfill.application.feeds;

import java.util.List;
import java.util.stream.Stream;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.run.Run;

/** What a run has read of its feeds; nothing of it counts until the feeds take effect. */
public interface Staging {

    /** In which sequence feeds are staged: turns are given to the lines of one feed after the other. */
    List<Feed> SEQUENCE = Stream.of(
                    List.of(Feed.BATCHES), Feed.WITH_NEW_LINES, List.of(Feed.DISPATCHES, Feed.CANCELLATIONS))
            .flatMap(List::stream)
            .toList();

    /** Stages rows that follow one another in a feed; doing so again changes nothing. */
    void stage(Run run, Feed feed, List<? extends FeedRecord> rows);

    /** Where reading goes on, by the last row staged. */
    FeedRecord.Position resumeAt(Run run, Feed feed);

    /** Lets go of what is in memory to stage the rows that follow. */
    default void leave() {}
}
