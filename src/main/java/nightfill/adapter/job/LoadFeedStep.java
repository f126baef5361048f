package nightfill.adapter.job;

import java.util.List;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.FeedReader;
import nightfill.application.feeds.RefusedRows;
import nightfill.application.feeds.Staging;
import nightfill.application.run.Runs;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import org.springframework.batch.core.step.Step;

/** Reads a feed from its kept copy into the staging area. */
record LoadFeedStep(StepFrame frame, Sources sources) {

    /** Where rows come from and go to. */
    record Sources(FeedFiles files, FeedReader reader, Runs runs, Staging staging, RefusedRows refusedRows) {}

    /** Whether a feed is in follows from its rows; reading on behind the last of them costs nothing. */
    Step of(Feed feed) {
        NightOfStep night = frame.night();
        return frame.<List<FeedRecord>, List<FeedRecord>>chunks(1, night)
                .allowStartIfComplete(true)
                .reader(new FeedRowReader(
                        night, sources, feed, frame.chunkSize().rows(), frame::begin))
                .writer(new FeedRowWriter(night, sources.staging(), feed))
                .build();
    }
}
