package nightfill.domain.night;

import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.Row.BatchRow;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.feed.Row.RejectedRow;

/** A row of a feed and what it comes to: applied, unless a rule objects. */
public final class FeedRow {

    private final FeedRecord feedRecord;
    private Outcome outcome;

    public FeedRow(FeedRecord feedRecord) {
        this.feedRecord = feedRecord;
        this.outcome = feedRecord.row() instanceof RejectedRow rejected
                ? Outcome.rejected(rejected.reason())
                : Outcome.APPLIED;
    }

    /** Counts the data rows of the feed from 1. */
    public int number() {
        return feedRecord.number();
    }

    /** The row as received. */
    public String raw() {
        return feedRecord.raw();
    }

    public Outcome outcome() {
        return outcome;
    }

    public boolean isApplied() {
        return outcome.equals(Outcome.APPLIED);
    }

    /** The order line that it names; a row that can be read, of any feed but that of batches, has one. */
    public OrderLine line() {
        return lineRow().line();
    }

    /** The batch that was promised; empty where the feed makes no promise. */
    String batchReference() {
        return lineRow().batchReference();
    }

    /** The batch that a row of {@code batches.csv} is about, as far as that can be read. */
    String reference() {
        return feedRecord.row() instanceof RejectedRow rejected ? rejected.reference() : batch().reference();
    }

    BatchRow batch() {
        return (BatchRow) feedRecord.row();
    }

    /**
     * Notes what a rule decided.
     *
     * @throws IllegalStateException when a rule has objected before
     */
    void comeTo(Outcome decided) {
        if (!isApplied()) {
            throw new IllegalStateException("row %d is %s already".formatted(number(), outcome));
        }
        outcome = decided;
    }

    private LineRow lineRow() {
        return (LineRow) feedRecord.row();
    }
}
