package nightfill.application.replay;

import java.time.LocalDate;
import nightfill.application.replay.PastNights.KnownLine;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.ShortageReason;
import org.jspecify.annotations.Nullable;

/** An order line that the replayed night finds or loads, and what becomes of it. */
final class BookedLine {

    static final String CANCELLED = "CANCELLED";
    static final String REDUCED = "BATCH_REDUCED";

    final OpenLine line;
    final LocalDate since;
    final boolean loaded;

    @Nullable
    BookedBatch batch;

    @Nullable
    BookedBatch batchBefore;

    @Nullable
    LocalDate etaBefore;

    /** The batch that it lost. */
    @Nullable
    BookedBatch lost;

    @Nullable
    ShortageReason reason;

    boolean cancelled;
    boolean dispatched;
    boolean allocated;

    private BookedLine(OpenLine line, LocalDate since, boolean loaded) {
        this.line = line;
        this.since = since;
        this.loaded = loaded;
    }

    static BookedLine loaded(OpenLine line, LocalDate date) {
        return new BookedLine(line, date, true);
    }

    static BookedLine known(KnownLine known, @Nullable BookedBatch batch) {
        BookedLine booked = new BookedLine(known.line(), known.since(), false);
        if (batch != null) {
            booked.bindTo(batch);
            booked.batchBefore = batch;
            booked.etaBefore = batch.eta;
        }
        return booked;
    }

    long turn() {
        return line.turn();
    }

    int quantity() {
        return line.line().quantity();
    }

    boolean isOpen() {
        return batch == null && !cancelled;
    }

    void allocate(BookedBatch to) {
        bindTo(to);
        allocated = true;
    }

    private void bindTo(BookedBatch to) {
        batch = to;
        to.bind(this);
    }

    void loseBatch() {
        if (batch != null) {
            batch.release(this);
            lost = batch;
            batch = null;
        }
    }

    void cancel() {
        loseBatch();
        cancelled = true;
    }

    void dispatch() {
        if (batch != null) {
            batch.dispatch(this);
            dispatched = true;
        }
    }

    /** Why it lost its batch, or its place among the open lines. */
    String cause() {
        return cancelled ? CANCELLED : REDUCED;
    }
}
