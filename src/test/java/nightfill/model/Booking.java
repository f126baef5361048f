package nightfill.model;

import java.time.LocalDate;

/** What became of an order line so far. */
final class Booking {

    enum Standing {
        OPEN,
        ALLOCATED,
        DISPATCHED,
        CANCELLED,
        /** Its goods went, and no batch was found for them. */
        GONE
    }

    final Line line;
    final LocalDate since;
    Standing standing = Standing.OPEN;

    /** Empty while the line has none. */
    String batch = "";

    Booking(Line line, LocalDate since) {
        this.line = line;
        this.since = since;
    }

    Booking copy() {
        Booking copy = new Booking(line, since);
        copy.standing = standing;
        copy.batch = batch;
        return copy;
    }

    boolean is(Standing other) {
        return standing == other;
    }

    void allocate(Batch to) {
        standing = Standing.ALLOCATED;
        batch = to.ref();
    }

    void loseBatch(Standing next) {
        standing = next;
        batch = "";
    }
}
