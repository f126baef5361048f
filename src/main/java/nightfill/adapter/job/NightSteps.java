package nightfill.adapter.job;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import nightfill.application.feeds.AcceptFeeds;
import nightfill.application.feeds.RefusedRows;
import nightfill.application.feeds.Staging;
import nightfill.application.night.BatchRepository;
import nightfill.application.night.Ledger;
import nightfill.application.night.TakeEffect;
import nightfill.application.report.ReportFolders;
import nightfill.application.report.WriteReports;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Turn;
import nightfill.domain.feed.Feed;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of every night, each by its name, in the order in which they are taken. */
@Configuration(proxyBeanMethods = false)
class NightSteps {

    private static final String[] COUNTING = {"take effect", "allocate", "settle dispatches", "write reports"};

    static List<Step> inOrder(Map<String, Step> steps) {
        Stream<String> loading =
                Staging.SEQUENCE.stream().map(feed -> "load " + feed.label().replace('_', ' '));
        return Stream.of(Stream.of("accept feeds"), loading, Stream.of(COUNTING))
                .flatMap(Function.identity())
                .map(name -> Objects.requireNonNull(steps.get(name), () -> "there is no step: " + name))
                .toList();
    }

    /** Takes the feeds into the home, one by one. */
    @Bean("accept feeds")
    Step acceptFeedsStep(StepFrame frame, AcceptFeeds acceptFeeds, RefusedRows refusedRows, ReportFolders folders) {
        NightOfStep night = frame.night();
        FeedArrivals arrivals = new FeedArrivals(night, acceptFeeds, refusedRows, folders, frame::begin);
        return frame.<Feed, AcceptedFeed>chunks(1, night)
                .reader(arrivals)
                .processor(arrivals::accept)
                .writer(accepted -> accepted.forEach(feed -> frame.runs().accept(night.run(), feed)))
                .build();
    }

    @Bean("load batches")
    Step loadBatches(LoadFeedStep loadFeed) {
        return loadFeed.of(Feed.BATCHES);
    }

    @Bean("load order lines")
    Step loadOrderLines(LoadFeedStep loadFeed) {
        return loadFeed.of(Feed.ORDER_LINES);
    }

    @Bean("load dispatches")
    Step loadDispatches(LoadFeedStep loadFeed) {
        return loadFeed.of(Feed.DISPATCHES);
    }

    @Bean("load cancellations")
    Step loadCancellations(LoadFeedStep loadFeed) {
        return loadFeed.of(Feed.CANCELLATIONS);
    }

    /** Loads the lines that were allocated at once since the last night. */
    @Bean("load urgent")
    Step loadUrgentLines(LoadFeedStep loadFeed) {
        return loadFeed.of(Feed.URGENT);
    }

    /** Loads the promises made before the first night. */
    @Bean("load allocations")
    Step loadOpeningAllocations(LoadFeedStep loadFeed) {
        return loadFeed.of(Feed.ALLOCATIONS);
    }

    /** Makes all that was loaded count, in one transaction; from then on the run is allocating. */
    @Bean("take effect")
    Step takeEffectStep(StepFrame frame, TakeEffect takeEffect) {
        return frame.once((night, shown) -> takeEffect.of(night.run(), shown));
    }

    /** Gives every open line its turn: the domain service decides line by line, the repository keeps what it decided. */
    @Bean("allocate")
    Step allocate(StepFrame frame, BatchRepository batches) {
        NightOfStep night = frame.night();
        return frame.<Turn, Decision>chunks(frame.chunkSize().rows(), night)
                .reader(new OpenLineReader(night, batches, frame::begin))
                .processor(Turn::decide)
                .writer(decisions -> batches.record(night.run(), decisions.getItems()))
                .build();
    }

    /** Applies the dispatches that had to wait until their lines had their turn. */
    @Bean("settle dispatches")
    Step settleDispatchesStep(StepFrame frame, Ledger ledger) {
        return frame.once((night, shown) -> ledger.settleDispatches(night.run()));
    }

    /** Counts over again what the run did, writes the reports, and notes in the same transaction that it is finished. */
    @Bean("write reports")
    Step writeReportsStep(StepFrame frame, WriteReports writeReports, ReportFolders folders) {
        return frame.once((night, shown) ->
                writeReports.of(night.run(), folders.at(night.parameters().output()), shown));
    }
}
