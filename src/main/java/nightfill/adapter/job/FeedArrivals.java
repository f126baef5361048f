package nightfill.adapter.job;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import nightfill.application.feeds.AcceptFeeds;
import nightfill.application.feeds.AcceptFeeds.Delivery;
import nightfill.application.feeds.RefusedRows;
import nightfill.application.report.ReportFolders;
import nightfill.application.report.RunsInOutput;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.feed.Feed;
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
    private @Nullable Delivery delivery;

    FeedArrivals(NightOfStep night, AcceptFeeds acceptFeeds, RefusedRows refusedRows, ReportFolders folders) {
        this.night = night;
        this.acceptFeeds = acceptFeeds;
        this.refusedRows = refusedRows;
        this.folders = folders;
    }

    @Override
    public void open(ExecutionContext context) {
        refusedRows.forget(night.run().date());
        Delivery arrived = acceptFeeds.inspect(
                night.feeds(),
                RunsInOutput.shown(night.run(), folders.at(night.parameters().output())));
        delivery = arrived;
        waiting.addAll(arrived.feeds());
    }

    @Override
    public @Nullable Feed read() {
        Feed next = waiting.poll();
        if (next == null) {
            acceptFeeds.complete(night.run(), delivery());
        }
        return next;
    }

    AcceptedFeed accept(Feed feed) {
        return acceptFeeds.accept(night.run(), delivery(), feed);
    }

    @Override
    public void close() {
        waiting.clear();
        delivery = null;
    }

    private Delivery delivery() {
        return Objects.requireNonNull(delivery, "opened before it is read");
    }
}
