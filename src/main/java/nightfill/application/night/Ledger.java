package nightfill.application.night;

import java.util.List;
import java.util.function.Consumer;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.Supply;
import nightfill.domain.feed.Feed;
import nightfill.domain.night.Resemblance;
import nightfill.domain.run.Run;
import nightfill.domain.shrinkage.Shrinkage;

/** Makes the staged feeds of a run count, and undoes a run; every call takes part in the caller's transaction. */
public interface Ledger {

    /** Sets aside the rows that were rejected while they were read. */
    void rejectUnreadable(Run run);

    /** Loads the order lines of the feeds that bring them, in the order of {@link Feed#WITH_NEW_LINES}. */
    void loadLines(Run run);

    void dispatchLines(Run run);

    void cancelLines(Run run);

    /**
     * Dispatches, once the run has allocated, the lines that were open when their dispatch came, and those that only it
     * brings and that a later date named too early; counts the feed's rows over again.
     */
    void settleDispatches(Run run);

    /** Takes new and changed batches. */
    void takeBatches(Run run);

    /** Tells, batch by batch and newest first, the undispatched lines of each batch that was cut below its lines. */
    void forEachLineOfReducedBatches(Run run, Consumer<ReducedBatchLine> action);

    void release(Run run, List<OpenLine> lines);

    /** Tells, batch by batch and by turn, the promises made before the night whose batch and SKU are right. */
    void forEachEarlierPromise(Run run, Consumer<EarlierPromise> action);

    /** Rejects a promise made before the night; its line stays loaded, and open. */
    void rejectPromise(Run run, EarlierPromise promise);

    /** Counts from the rows what became of each feed, and keeps the counts with the run. */
    void count(Run run);

    /** Counts what a run's feeds took away, once they have taken effect and been counted. */
    Shrinkage shrinkage(Run run);

    /** Compares a run's new lines with earlier ones of their orders, once its cancellations have taken effect. */
    Resemblance resemblance(Run run);

    /** The SKUs that a run has to do with, once its feeds have taken effect. */
    Skus skus(Run run);

    /** Takes back all that a run did; the facts stay on record. */
    void undo(Run run);

    /** Puts back all that an undone run did. */
    void redo(Run run);

    /** A line of a batch whose new quantity is less than what is allocated to it. */
    record ReducedBatchLine(long batchId, long purchased, long allocated, OpenLine line) {}

    /** A line promised before the night, by the row that says so, and what its batch has before any such promise. */
    record EarlierPromise(Feed feed, int row, OpenLine line, Supply supply) {}

    /** SKUs, by what is known of them. */
    interface Skus {

        /** Those that lines have and no batch has; of very many only the first. */
        List<String> withoutBatch();

        void forEachWithBatch(Consumer<String> action);

        /** Those of SKUs without a batch that have an open line, in order. */
        List<String> waiting(List<String> skus);

        /** Those that the run's feeds name and that hold a text, in order. */
        List<String> fedWith(String part);
    }
}
