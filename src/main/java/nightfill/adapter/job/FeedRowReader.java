package nightfill.adapter.job;

import java.util.List;
import java.util.function.Function;
import nightfill.application.night.Progress;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads a feed's rows in portions that are committed together, going on behind the last row that is staged; a feed that
 * was not sent has none.
 *
 * <p>A chunk of rows would have no limit but their number, and 20,000 rows may have 20 GB.
 */
final class FeedRowReader implements ItemStreamReader<List<FeedRecord>> {

    private final NightOfStep night;
    private final LoadFeedStep.Sources sources;
    private final Feed feed;
    private final int most;
    private final Function<NightOfStep, Progress.Step> progress;
    private @Nullable FeedPortions portions;

    /** A reader of portions of at most that many rows. */
    FeedRowReader(
            NightOfStep night,
            LoadFeedStep.Sources sources,
            Feed feed,
            int most,
            Function<NightOfStep, Progress.Step> progress) {
        this.night = night;
        this.sources = sources;
        this.feed = feed;
        this.most = most;
        this.progress = progress;
    }

    @Override
    public void open(ExecutionContext context) {
        Run run = night.run();
        if (run.state() == Run.State.LOADING) {
            for (AcceptedFeed accepted : sources.runs().accepted(run)) {
                if (accepted.feed() == feed) {
                    portions = new FeedPortions(sources, run, accepted, most, progress.apply(night));
                }
            }
        }
    }

    @Override
    public @Nullable List<FeedRecord> read() {
        return portions == null ? null : portions.next();
    }

    @Override
    public void close() {
        FeedPortions read = portions;
        portions = null;
        if (read != null) {
            read.close();
        }
    }
}
