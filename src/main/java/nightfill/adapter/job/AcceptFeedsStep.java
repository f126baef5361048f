package nightfill.adapter.job;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import nightfill.application.feeds.AcceptFeeds;
import nightfill.application.feeds.AcceptFeeds.Delivery;
import nightfill.application.feeds.RefusedRows;
import nightfill.application.night.NightRequest;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.run.Runs;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Takes the feeds into the home, one by one, and judges them as a whole behind the last. */
final class AcceptFeedsStep {

    private final StepFrame frame;
    private final AcceptFeeds acceptFeeds;
    private final Runs runs;
    private final RefusedRows refusedRows;

    AcceptFeedsStep(StepFrame frame, AcceptFeeds acceptFeeds, Runs runs, RefusedRows refusedRows) {
        this.frame = frame;
        this.acceptFeeds = acceptFeeds;
        this.runs = runs;
        this.refusedRows = refusedRows;
    }

    Step step(Run run, NightRequest order) {
        Arrivals arrivals = new Arrivals(run, order);
        return frame.<Feed, AcceptedFeed>chunks("accept feeds", 1)
                .reader(arrivals)
                .processor(arrivals::accept)
                .writer(accepted -> accepted.forEach(feed -> runs.accept(run, feed)))
                .build();
    }

    private final class Arrivals implements ItemStreamReader<Feed> {

        private final Run run;
        private final NightRequest order;
        private final Queue<Feed> waiting = new ArrayDeque<>();
        private @Nullable Delivery delivery;

        private Arrivals(Run run, NightRequest order) {
            this.run = run;
            this.order = order;
        }

        @Override
        public void open(ExecutionContext context) {
            refusedRows.forget(order.date());
            Delivery arrived = acceptFeeds.inspect(order.feeds(), order.shown());
            delivery = arrived;
            waiting.clear();
            waiting.addAll(arrived.feeds());
        }

        @Override
        public @Nullable Feed read() {
            Feed next = waiting.poll();
            if (next == null) {
                acceptFeeds.complete(run, delivery());
            }
            return next;
        }

        private AcceptedFeed accept(Feed feed) {
            return acceptFeeds.accept(run, delivery(), feed);
        }

        private Delivery delivery() {
            return Objects.requireNonNull(delivery, "opened before it is read");
        }
    }
}
