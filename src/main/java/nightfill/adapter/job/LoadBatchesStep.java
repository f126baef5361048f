package nightfill.adapter.job;

import nightfill.domain.feed.Feed;

/** Loads purchasing's batches. */
final class LoadBatchesStep extends LoadFeedStep {

    LoadBatchesStep(StepFrame frame, Sources sources) {
        super(frame, sources, Feed.BATCHES);
    }
}
