package nightfill.adapter.job;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Function;
import nightfill.application.feeds.AcceptFeeds;
import nightfill.application.feeds.AcceptFeeds.Delivery;
import nightfill.application.feeds.RefusedRows;
import nightfill.application.night.Progress;
import nightfill.application.report.ReportFolders;
import nightfill.application.report.RunsInOutput;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.watch.Phase;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads which feeds have arrived, takes them into the home one by one, and judges them as a whole behind the last. */
final class FeedArrivals implements ItemStreamReader<Feed> {

    private final NightOfStep night;
    private final AcceptFeeds acceptFeeds;
    private final RefusedRows refusedRows;
    private final ReportFolders folders;
    private final Queue<Feed> waiting = new ArrayDeque<>();
    private final Function<NightOfStep, Progress.Step> progress;
    private List<Feed> feeds = List.of();
    private @Nullable Delivery delivery;
    private Progress.@Nullable Step shown;
    private int begun;

    FeedArrivals(
            NightOfStep night,
            AcceptFeeds acceptFeeds,
            RefusedRows refusedRows,
            ReportFolders folders,
            Function<NightOfStep, Progress.Step> progress) {
        this.night = night;
        this.acceptFeeds = acceptFeeds;
        this.refusedRows = refusedRows;
        this.folders = folders;
        this.progress = progress;
    }

    @Override
    public void open(ExecutionContext context) {
        refusedRows.forget(night.run().date());
        Delivery arrived = acceptFeeds.inspect(
                night.feeds(),
                RunsInOutput.shown(night.run(), folders.at(night.parameters().output())));
        delivery = arrived;
        feeds = acceptFeeds.feeds(night.run(), arrived);
        waiting.addAll(feeds);
        shown = progress.apply(night);
    }

    @Override
    public @Nullable Feed read() {
        Feed next = waiting.poll();
        shown(next == null ? "checks" : next.fileName());
        if (next == null) {
            acceptFeeds.complete(night.run(), delivery());
            Objects.requireNonNull(shown).end();
        }
        return next;
    }

    private void shown(String phase) {
        int phases = feeds.size() + 1;
        Objects.requireNonNull(shown, "opened before it is read").phase(new Phase(++begun, phases, phase));
    }

    AcceptedFeed accept(Feed feed) {
        return acceptFeeds.accept(night.run(), delivery(), feed);
    }

    @Override
    public void close() {
        if (shown != null) {
            shown.leave();
            shown = null;
        }
        begun = 0;
        waiting.clear();
        delivery = null;
    }

    private Delivery delivery() {
        return Objects.requireNonNull(delivery, "opened before it is read");
    }
}
