package nightfill.domain.night;

import java.time.LocalDate;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.ShortageReason;
import org.jspecify.annotations.Nullable;

/** An order line that a night finds open or allocated, or loads, and what becomes of it. */
public final class NightLine {

    private final OpenLine line;
    private final LocalDate since;
    private final boolean loaded;
    private final @Nullable Batch batchBefore;
    private final @Nullable LocalDate etaBefore;
    private LineState state;
    private @Nullable Batch batch;
    private @Nullable Batch lost;
    private @Nullable ShortageReason reason;
    private boolean leaving;

    private NightLine(OpenLine line, LocalDate since, boolean loaded, @Nullable Batch batch) {
        this.line = line;
        this.since = since;
        this.loaded = loaded;
        this.batchBefore = batch;
        this.etaBefore = batch == null ? null : batch.eta();
        this.state = batch == null ? LineState.OPEN : LineState.ALLOCATED;
        this.batch = batch;
    }

    static NightLine loaded(OpenLine line, LocalDate date) {
        return new NightLine(line, date, true, null);
    }

    static NightLine known(OpenLine line, LocalDate since, @Nullable Batch batch) {
        if (batch != null) {
            batch.hold(line);
        }
        return new NightLine(line, since, false, batch);
    }

    public OpenLine line() {
        return line;
    }

    public long turn() {
        return line.turn();
    }

    /** The business date that first loaded it. */
    public LocalDate since() {
        return since;
    }

    public LineState state() {
        return state;
    }

    public boolean is(LineState which) {
        return state == which;
    }

    /** The batch that it has now. */
    public @Nullable Batch batch() {
        return batch;
    }

    /** The batch that it had before the night. */
    public @Nullable Batch batchBefore() {
        return batchBefore;
    }

    /** The ETA of {@link #batchBefore}, as it was before the night. */
    public @Nullable LocalDate etaBefore() {
        return etaBefore;
    }

    /** The batch that it lost tonight, whether or not it found another. */
    public @Nullable Batch lost() {
        return lost;
    }

    /** Why it lost its batch or its place among the open lines tonight. */
    public @Nullable ReleaseCause cause() {
        if (state == LineState.CANCELLED) {
            return ReleaseCause.CANCELLED;
        }
        return lost == null ? null : ReleaseCause.BATCH_REDUCED;
    }

    /** Why tonight's turn left it open. */
    public @Nullable ShortageReason reason() {
        return reason;
    }

    /** Whether tonight's feeds brought it. */
    public boolean isLoadedTonight() {
        return loaded;
    }

    /** Whether its batch was given to it tonight. */
    public boolean isAllocatedTonight() {
        return batch != null && (batchBefore == null || lost != null);
    }

    /** Binds it to a batch if that can hold it, and says whether it did. */
    boolean allocate(Batch to) {
        LineState next = state.to(LineState.ALLOCATED);
        if (!to.allocate(line)) {
            return false;
        }
        state = next;
        batch = to;
        return true;
    }

    void leaveOpen(ShortageReason why) {
        reason = why;
    }

    void release() {
        state = state.to(LineState.OPEN);
        loseBatch();
    }

    void cancel() {
        state = state.to(LineState.CANCELLED);
        loseBatch();
    }

    void dispatch() {
        state = state.to(LineState.DISPATCHED);
        if (batch != null) {
            batch.dispatch(line);
        }
    }

    /** Notes that its goods are gone, whatever batch its turn will give it. */
    void awaitDispatch() {
        leaving = true;
    }

    boolean isLeaving() {
        return leaving;
    }

    /** Closes it without a batch: its goods are gone, and it is to take no others. */
    void leave() {
        state = state.to(LineState.LEFT);
        reason = null;
    }

    private void loseBatch() {
        if (batch != null) {
            batch.deallocate(line);
            lost = batch;
            batch = null;
        }
    }
}
