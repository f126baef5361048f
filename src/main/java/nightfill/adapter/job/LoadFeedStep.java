package nightfill.adapter.job;

import java.util.List;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.FeedReader;
import nightfill.application.feeds.RefusedRows;
import nightfill.application.feeds.Staging;
import nightfill.application.run.Runs;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.run.Run;
import org.springframework.batch.core.step.Step;

/** Reads one feed from its kept copy into the staging area. */
abstract class LoadFeedStep {

    private final StepFrame frame;
    private final Sources sources;
    private final Feed feed;

    /** Where rows come from and go to. */
    record Sources(FeedFiles files, FeedReader reader, Runs runs, Staging staging, RefusedRows refusedRows) {}

    LoadFeedStep(StepFrame frame, Sources sources, Feed feed) {
        this.frame = frame;
        this.sources = sources;
        this.feed = feed;
    }

    Step step(Run run) {
        String name = "load " + feed.label().replace('_', ' ');
        FeedRowReader reader = new FeedRowReader(sources, run, feed, frame.chunkSize(), frame.progress(), name);
        FeedRowWriter writer = new FeedRowWriter(sources.staging(), run, feed);
        // Whether a feed is in is told by its rows; reading on behind the last of them costs nothing.
        return frame.<List<FeedRecord>, List<FeedRecord>>chunks(name, 1)
                .allowStartIfComplete(true)
                .reader(reader)
                .writer(writer)
                .listener(writer)
                .build();
    }
}
