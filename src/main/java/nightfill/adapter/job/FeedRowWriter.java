package nightfill.adapter.job;

import java.util.List;
import java.util.Objects;
import nightfill.application.feeds.Staging;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Stages portions of a feed's rows, and lets the step, whose items they are, count rows. */
final class FeedRowWriter implements ItemWriter<List<FeedRecord>>, StepExecutionListener {

    private final Staging staging;
    private final Run run;
    private final Feed feed;
    private @Nullable StepExecution execution;

    FeedRowWriter(Staging staging, Run run, Feed feed) {
        this.staging = staging;
        this.run = run;
        this.feed = feed;
    }

    @Override
    public void beforeStep(StepExecution begun) {
        execution = begun;
    }

    @Override
    public void write(Chunk<? extends List<FeedRecord>> portions) {
        for (List<FeedRecord> rows : portions) {
            staging.stage(run, feed, rows);
            count(Objects.requireNonNull(execution, "the step has begun"), rows.size() - 1);
        }
    }

    /** The framework itself counts one for each portion. */
    private static void count(StepExecution execution, int more) {
        execution.setReadCount(execution.getReadCount() + more);
        execution.setWriteCount(execution.getWriteCount() + more);
    }
}
