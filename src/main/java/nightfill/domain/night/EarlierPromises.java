package nightfill.domain.night;

import nightfill.domain.allocation.Batch;
import nightfill.domain.feed.RejectReason;
import org.jspecify.annotations.Nullable;

/** Keeps the promises made before the night, as far as they can be kept. SQL twin: {@code PromiseKeeping}. */
public record EarlierPromises(NightState state) {

    /**
     * Allocates each line to the batch that was promised, row by row.
     *
     * @param promises whose lines are loaded
     */
    public void keep(FeedRows promises) {
        promises.judge(row -> keep(state.line(row.line()), state.batch(row.batchReference())));
    }

    private static Outcome keep(NightLine line, @Nullable Batch batch) {
        if (line.is(LineState.CANCELLED)) {
            return Outcome.APPLIED;
        }
        if (batch == null) {
            return Outcome.rejected(RejectReason.UNKNOWN_BATCH);
        }
        return line.allocate(batch) ? Outcome.APPLIED : Outcome.rejected(RejectReason.DOES_NOT_FIT);
    }
}
