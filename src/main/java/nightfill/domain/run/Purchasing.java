package nightfill.domain.run;

import nightfill.domain.feed.BatchFeed;

/**
 * How a run listens to purchasing.
 *
 * @param batches what its {@code batches.csv} lists
 * @param silentNights after how many nights without a word about a batch people are told; 0 for never
 */
public record Purchasing(BatchFeed batches, int silentNights) {

    public static final Purchasing USUAL = new Purchasing(BatchFeed.CHANGES, 30);

    /** As runs did that were worked by the first rules. */
    public static final Purchasing FORMER = new Purchasing(BatchFeed.CHANGES, 0);

    public boolean hasSnapshot() {
        return batches == BatchFeed.SNAPSHOT;
    }
}
