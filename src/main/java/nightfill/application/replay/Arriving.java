package nightfill.application.replay;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import nightfill.application.replay.Entry.Effect;
import nightfill.application.replay.PastNights.SettledLine;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.RejectReason;

/** Loads order lines. */
record Arriving(Books books, LocalDate date) {

    void load(Sheet sheet, long turnsBefore) {
        Set<OrderLine> seen = new HashSet<>();
        for (Entry entry : sheet.standing()) {
            if (seen.add(entry.line())) {
                load(entry, turnsBefore + entry.number());
            } else {
                entry.reject(RejectReason.REPEATED);
            }
        }
    }

    private void load(Entry entry, long turn) {
        SettledLine settled = books.settled(entry.line());
        if (settled != null && settled.cancelled()) {
            entry.reject(RejectReason.CANCELLED_BEFORE);
        } else if (settled != null || books.line(entry.line()) != null) {
            entry.passOver(Effect.DUPLICATE);
        } else {
            books.add(BookedLine.loaded(new OpenLine(turn, entry.line()), date));
        }
    }
}
