package nightfill.adapter.job;

import nightfill.domain.feed.Feed;

/** Loads the promises made before the first night. */
final class LoadOpeningAllocationsStep extends LoadFeedStep {

    LoadOpeningAllocationsStep(StepFrame frame, Sources sources) {
        super(frame, sources, Feed.ALLOCATIONS);
    }
}
