package nightfill.application.replay;

import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.feed.Row.BatchRow;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.feed.Row.RejectedRow;
import org.jspecify.annotations.Nullable;

/** A row of a feed and what becomes of it: applied, if nothing else is said. */
final class Entry {

    /** What a row can come to. */
    enum Effect {
        APPLIED,
        DUPLICATE,
        SUPERSEDED,
        REJECTED
    }

    private final FeedRecord record;
    private Effect effect = Effect.APPLIED;
    private @Nullable RejectReason reason;

    Entry(FeedRecord record) {
        this.record = record;
        if (record.row() instanceof RejectedRow rejected) {
            reject(rejected.reason());
        }
    }

    int number() {
        return record.number();
    }

    String raw() {
        return record.raw();
    }

    Effect effect() {
        return effect;
    }

    String reason() {
        return String.valueOf(reason);
    }

    boolean stands() {
        return effect == Effect.APPLIED;
    }

    OrderLine line() {
        return lineRow().line();
    }

    String batchReference() {
        return lineRow().batchReference();
    }

    BatchRow batch() {
        return (BatchRow) record.row();
    }

    void reject(RejectReason why) {
        effect = Effect.REJECTED;
        reason = why;
    }

    void passOver(Effect without) {
        effect = without;
    }

    private LineRow lineRow() {
        return (LineRow) record.row();
    }
}
