package nightfill.application.figures;

import java.util.Map;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.feed.Feed;

/**
 * What a run did and left, counted from the rows.
 *
 * @param unallocated lines that took part and are open, by the reason that was found
 */
public record NightTotals(
        Lines lines,
        Map<ShortageReason, Tally> unallocated,
        Promises promises,
        Stock stock,
        Map<Feed, FeedUnits> feeds,
        Faults faults) {

    /** Order lines. */
    public record Lines(
            Tally openBefore,
            Tally loaded,
            Cancelled cancelled,
            Tally dispatched,
            Released released,
            Outcome outcome) {}

    /** Lines cancelled; of these, those that had no batch. */
    public record Cancelled(Tally all, Tally whileOpen) {}

    /** Lines that lost a batch, for either cause; of these, those whose batch was cut. */
    public record Released(Tally all, Tally byReduction) {}

    /**
     * What became of the lines that took part.
     *
     * @param leftWithoutBatch whose goods have left, and for which no batch was found
     */
    public record Outcome(Tally allocated, Tally leftWithoutBatch, Tally open) {}

    /**
     * Lines that are allocated and not dispatched, and lines dispatched.
     *
     * @param ofBefore what became of the first of them
     */
    public record Promises(
            Tally allocatedBefore,
            Tally allocatedAfter,
            Tally dispatchedBefore,
            Tally dispatchedAfter,
            PromisesBefore ofBefore) {}

    /**
     * What became of the lines that were allocated, and not dispatched, before the run.
     *
     * @param kept whose batch and ETA are what they were
     * @param changed neither kept, cancelled nor dispatched
     */
    public record PromisesBefore(Tally kept, Tally changed, Tally cancelled, Tally dispatched) {}

    /**
     * Batches and the units purchased under them.
     *
     * @param changed units only
     */
    public record Stock(Tally before, Tally added, long changed, Tally after, Summary.Stock left) {}

    /**
     * The units of a feed that came, or 0 and 0.
     *
     * @param applied by its rows that were applied
     * @param inEffect what these rows brought about
     */
    public record FeedUnits(long applied, long inEffect) {

        public static final FeedUnits NONE = new FeedUnits(0, 0);
    }

    /** What must never be. */
    public record Faults(long batchesBelowZero, long linesInTwoBatches) {}
}
