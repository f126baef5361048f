package nightfill.application.figures;

import java.util.Collection;
import nightfill.domain.feed.FeedCounts;

/**
 * The figures of a finished run that lists and trends show, counted from its rows when it was finished.
 *
 * @param released lines that lost a batch, for either cause
 * @param controlTotals sums that were compared; they all balanced, or the run would not have finished
 */
public record RunFigures(Tally loaded, Tally released, Tally allocated, Tally open, Rows rows, long controlTotals) {

    /** Those of a run that did nothing. */
    public static final RunFigures NONE =
            new RunFigures(Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, new Rows(0, 0), 0);

    /** Rows of all feeds together. */
    public record Rows(long read, long rejected) {}

    public static RunFigures of(NightTotals.Lines lines, Collection<FeedCounts> feeds, long controlTotals) {
        return new RunFigures(
                lines.loaded(),
                lines.released().all(),
                lines.outcome().allocated(),
                lines.outcome().open(),
                new Rows(
                        feeds.stream().mapToLong(FeedCounts::rows).sum(),
                        feeds.stream().mapToLong(FeedCounts::rejected).sum()),
                controlTotals);
    }

    /** Lines and units that took part in the allocation. */
    public Tally tookPart() {
        return allocated.plus(open);
    }

    /** How much of the lines found a batch. */
    public FillRate fillRate() {
        return new FillRate(allocated.lines(), open.lines());
    }
}
