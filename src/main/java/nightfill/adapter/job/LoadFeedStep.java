package nightfill.adapter.job;

import java.util.List;
import nightfill.application.Run;
import nightfill.application.port.FeedFiles;
import nightfill.application.port.FeedReader;
import nightfill.application.port.RefusedRows;
import nightfill.application.port.Runs;
import nightfill.application.port.Staging;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
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
