package nightfill.application.replay;

import nightfill.application.replay.Entry.Effect;
import nightfill.application.replay.PastNights.SettledLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.RejectReason;

/** Dispatches and cancels lines. */
record Departing(Books books) {

    void dispatch(Sheet sheet) {
        for (Entry entry : sheet.standing()) {
            BookedLine line = books.line(entry.line());
            SettledLine settled = books.settled(entry.line());
            if (line != null) {
                dispatch(entry, line);
            } else if (settled == null) {
                entry.reject(RejectReason.UNKNOWN_LINE);
            } else if (settled.cancelled()) {
                entry.reject(RejectReason.NOT_ALLOCATED);
            } else {
                entry.passOver(Effect.DUPLICATE);
            }
        }
    }

    private static void dispatch(Entry entry, BookedLine line) {
        if (line.dispatched) {
            entry.passOver(Effect.DUPLICATE);
        } else if (line.batch == null) {
            entry.reject(RejectReason.NOT_ALLOCATED);
        } else {
            line.dispatch();
        }
    }

    void cancel(Sheet sheet) {
        for (Entry entry : sheet.standing()) {
            BookedLine line = books.line(entry.line());
            SettledLine settled = books.settled(entry.line());
            if (line != null) {
                cancel(entry, line);
            } else if (settled == null) {
                entry.reject(RejectReason.UNKNOWN_LINE);
            } else if (settled.cancelled()) {
                entry.passOver(Effect.DUPLICATE);
            } else {
                entry.reject(RejectReason.DISPATCHED);
            }
        }
    }

    private static void cancel(Entry entry, BookedLine line) {
        if (line.dispatched) {
            entry.reject(RejectReason.DISPATCHED);
        } else if (line.cancelled) {
            entry.passOver(Effect.DUPLICATE);
        } else {
            line.cancel();
        }
    }

    /** A later date's cancellation of a line that only this night brings. */
    void cancelBelated(OrderLine told) {
        BookedLine line = books.line(told);
        if (line != null && line.loaded && !line.cancelled) {
            line.cancel();
        }
    }

    /** A later date's dispatch of a line that only this night brings. */
    void dispatchBelated(OrderLine told) {
        BookedLine line = books.line(told);
        if (line != null && line.loaded && !line.dispatched) {
            line.dispatch();
        }
    }
}
