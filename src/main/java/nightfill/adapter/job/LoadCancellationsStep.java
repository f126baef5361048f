package nightfill.adapter.job;

import nightfill.domain.feed.Feed;

/** Loads the lines to cancel. */
final class LoadCancellationsStep extends LoadFeedStep {

    LoadCancellationsStep(StepFrame frame, Sources sources) {
        super(frame, sources, Feed.CANCELLATIONS);
    }
}
