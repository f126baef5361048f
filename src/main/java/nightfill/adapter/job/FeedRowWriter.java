package nightfill.adapter.job;

import java.util.List;
import nightfill.application.feeds.Staging;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Stages portions of a feed's rows, and lets the step, whose items they are, count rows. */
record FeedRowWriter(NightOfStep night, Staging staging, Feed feed) implements ItemWriter<List<FeedRecord>> {

    @Override
    public void write(Chunk<? extends List<FeedRecord>> portions) {
        for (List<FeedRecord> rows : portions) {
            staging.stage(night.run(), feed, rows);
            count(night.execution(), rows.size() - 1);
        }
    }

    /** The framework itself counts one for each portion. */
    private static void count(StepExecution execution, int more) {
        execution.setReadCount(execution.getReadCount() + more);
        execution.setWriteCount(execution.getWriteCount() + more);
    }
}
