package nightfill.application.figures;

import java.util.Map;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.feed.Feed;

/** What a run did and left, each figure counted from the rows by itself. */
public record NightTotals(
        Lines lines,
        Promises promises,
        PromisesBefore promisesBefore,
        Stock stock,
        Map<Feed, FeedUnits> feeds,
        Faults faults) {

    /**
     * Order lines.
     *
     * @param released that lost a batch, for either cause
     * @param cancelledWhileOpen the part of {@code cancelled} that had no batch
     */
    public record Lines(
            Tally openBefore,
            Tally loaded,
            Tally cancelled,
            Tally cancelledWhileOpen,
            Tally dispatched,
            Tally released,
            Tally releasedByReduction,
            Tally allocated,
            Tally openAfter,
            Map<ShortageReason, Tally> unallocated) {}

    /** Lines that are allocated and not dispatched, and lines dispatched. */
    public record Promises(
            Tally allocatedBefore, Tally allocatedAfter, Tally dispatchedBefore, Tally dispatchedAfter) {}

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
     * @param warehouse purchased less dispatched, in units, without ETA; likewise {@code atSea} with one
     * @param overdue the part of {@code atSea} whose ETA is before the business date
     */
    public record Stock(
            Tally before, Tally added, long changed, Tally after, long warehouse, long atSea, long overdue) {}

    /**
     * The units of a feed that came, or 0 and 0.
     *
     * @param told by its rows that were applied
     * @param inEffect what these rows brought about
     */
    public record FeedUnits(long told, long inEffect) {

        public static final FeedUnits NONE = new FeedUnits(0, 0);
    }

    /** What must never be. */
    public record Faults(long batchesBelowZero, long linesInTwoBatches) {}
}
