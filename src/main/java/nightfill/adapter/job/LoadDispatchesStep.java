package nightfill.adapter.job;

import nightfill.domain.feed.Feed;

/** Loads the lines whose goods have left. */
final class LoadDispatchesStep extends LoadFeedStep {

    LoadDispatchesStep(StepFrame frame, Sources sources) {
        super(frame, sources, Feed.DISPATCHES);
    }
}
