package nightfill.application.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import nightfill.application.figures.NightTotals;
import nightfill.application.figures.Summary;
import nightfill.application.figures.Tally;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** Puts the summary of a run together. */
public record Summaries(
        Run run, @Nullable Run previous, @Nullable Run replaced) {

    /** The version of the rules of allocation. */
    private static final String RULES = "1";

    public Summary summary(
            List<FeedCounts> feeds, NightTotals totals, Map<String, Summary.File> files, Remarks remarks) {
        return new Summary(
                run.date(),
                run.number(),
                Summary.Reference.to(previous),
                Summary.Replaced.by(replaced),
                RULES,
                remarks.accepted(),
                feeds(feeds),
                figures(totals.lines(), Tally::lines),
                figures(totals.lines(), Tally::units),
                stock(totals.stock()),
                files,
                remarks.warnings());
    }

    private static Map<String, Summary.Feed> feeds(List<FeedCounts> feeds) {
        Map<String, Summary.Feed> byName = new LinkedHashMap<>();
        for (FeedCounts feed : feeds) {
            byName.put(
                    feed.feed().label(),
                    new Summary.Feed(
                            feed.sha256(),
                            feed.rows(),
                            feed.applied(),
                            feed.duplicate(),
                            feed.superseded(),
                            feed.rejected()));
        }
        return byName;
    }

    private static Summary.Figures figures(NightTotals.Lines lines, ToLongFunction<Tally> measure) {
        Map<String, Long> unallocated = new LinkedHashMap<>();
        for (ShortageReason reason : ShortageReason.values()) {
            unallocated.put(
                    reason.name(), measure.applyAsLong(lines.unallocated().getOrDefault(reason, Tally.NONE)));
        }
        return new Summary.Figures(
                measure.applyAsLong(lines.openBefore()),
                measure.applyAsLong(lines.loaded()),
                measure.applyAsLong(lines.cancelled()),
                measure.applyAsLong(lines.dispatched()),
                measure.applyAsLong(lines.released()),
                measure.applyAsLong(lines.allocated()),
                unallocated);
    }

    private static Summary.Stock stock(NightTotals.Stock stock) {
        return new Summary.Stock(stock.warehouse(), stock.atSea(), stock.overdue());
    }
}
