package nightfill.adapter.job;

import nightfill.domain.feed.Feed;

/** Loads the shop's order lines. */
final class LoadOrderLinesStep extends LoadFeedStep {

    LoadOrderLinesStep(StepFrame frame, Sources sources) {
        super(frame, sources, Feed.ORDER_LINES);
    }
}
