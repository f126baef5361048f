package nightfill.domain.night;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.RejectReason;

/** Loads order lines, each with its turn. SQL twin: {@code LineLoading}. */
public record Arrivals(NightState state, LocalDate date) {

    /**
     * Loads the lines of one feed.
     *
     * @param turnsBefore the highest turn that was given before this feed
     */
    public void load(FeedRows rows, long turnsBefore) {
        Set<OrderLine> seen = new HashSet<>();
        rows.judge(row -> seen.add(row.line())
                ? load(new OpenLine(turnsBefore + row.number(), row.line()))
                : Outcome.rejected(RejectReason.REPEATED));
    }

    private Outcome load(OpenLine line) {
        LineState known = state.stateOf(line.line());
        if (known == null) {
            state.add(NightLine.loaded(line, date));
            return Outcome.APPLIED;
        }
        return known == LineState.CANCELLED ? Outcome.rejected(RejectReason.CANCELLED_BEFORE) : Outcome.DUPLICATE;
    }
}
