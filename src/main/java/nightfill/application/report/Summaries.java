package nightfill.application.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import nightfill.application.figures.NightTotals;
import nightfill.application.figures.SilentBatches;
import nightfill.application.figures.Summary;
import nightfill.application.figures.Tally;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Purchasing;
import nightfill.domain.run.Run;
import nightfill.domain.words.Rules;
import org.jspecify.annotations.Nullable;

/** Puts the summary of a run together. */
public record Summaries(
        Run run, @Nullable Run previous, @Nullable Run replaced) {

    public Summary summary(
            Map<Feed, FeedCounts> feeds,
            NightTotals totals,
            SilentBatches silent,
            Map<String, Summary.File> files,
            Remarks remarks) {
        Map<String, FeedCounts> byName = new LinkedHashMap<>();
        feeds.forEach((feed, rows) -> byName.put(feed.label(), rows));
        return new Summary(identity(remarks), byName, figures(totals), purchasing(silent), files, remarks.warnings());
    }

    private Summary.@Nullable Purchasing purchasing(SilentBatches silent) {
        Purchasing asked = run.terms().purchasing();
        return run.rules().have(Rules.TWO)
                ? new Summary.Purchasing(asked.batches(), asked.silentNights(), silent.batches())
                : null;
    }

    private Summary.Identity identity(Remarks remarks) {
        return new Summary.Identity(
                run.date(),
                run.number(),
                Summary.Reference.to(previous),
                Summary.Replaced.by(replaced),
                run.rules().label(),
                remarks.accepted());
    }

    private Summary.Figures figures(NightTotals totals) {
        return new Summary.Figures(
                flow(totals, Tally::lines),
                flow(totals, Tally::units),
                totals.stock().left());
    }

    private Summary.Flow flow(NightTotals totals, ToLongFunction<Tally> measure) {
        NightTotals.Lines lines = totals.lines();
        return new Summary.Flow(
                measure.applyAsLong(lines.openBefore()),
                measure.applyAsLong(lines.loaded()),
                measure.applyAsLong(lines.cancelled().all()),
                measure.applyAsLong(lines.dispatched()),
                measure.applyAsLong(lines.released().all()),
                outcome(totals, measure));
    }

    private Summary.Outcome outcome(NightTotals totals, ToLongFunction<Tally> measure) {
        NightTotals.Outcome outcome = totals.lines().outcome();
        Map<String, Long> unallocated = new LinkedHashMap<>();
        for (ShortageReason reason : ShortageReason.values()) {
            unallocated.put(
                    reason.name(), measure.applyAsLong(totals.unallocated().getOrDefault(reason, Tally.NONE)));
        }
        Long left = run.rules().have(Rules.TWO) ? measure.applyAsLong(outcome.leftWithoutBatch()) : null;
        return new Summary.Outcome(measure.applyAsLong(outcome.allocated()), left, unallocated);
    }
}
