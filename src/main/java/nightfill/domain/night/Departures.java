package nightfill.domain.night;

import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.words.Rules;

/** Dispatches and cancels order lines. SQL twin: {@code LineDepartures}. */
public record Departures(NightState state, Rules rules) {

    /** Dispatches what is allocated; what is open has its turn first, see {@link WaitingDispatches}. */
    public void dispatch(FeedRows rows) {
        rows.judge(row -> dispatch(row.line()));
    }

    private Outcome dispatch(OrderLine line) {
        LineState known = state.stateOf(line);
        if (known == null) {
            return Outcome.rejected(RejectReason.UNKNOWN_LINE);
        }
        return switch (known) {
            case OPEN -> await(state.line(line));
            case CANCELLED -> Outcome.rejected(RejectReason.NOT_ALLOCATED);
            case DISPATCHED, LEFT -> Outcome.DUPLICATE;
            case ALLOCATED -> {
                state.line(line).dispatch();
                yield Outcome.APPLIED;
            }
        };
    }

    private Outcome await(NightLine line) {
        if (!rules.have(Rules.TWO)) {
            return Outcome.rejected(RejectReason.NOT_ALLOCATED);
        }
        if (line.isLeaving()) {
            return Outcome.DUPLICATE;
        }
        line.awaitDispatch();
        return Outcome.APPLIED;
    }

    public void cancel(FeedRows rows) {
        rows.judge(row -> cancel(row.line()));
    }

    private Outcome cancel(OrderLine line) {
        LineState known = state.stateOf(line);
        if (known == null) {
            return Outcome.rejected(RejectReason.UNKNOWN_LINE);
        }
        return switch (known) {
            case DISPATCHED, LEFT -> Outcome.rejected(RejectReason.DISPATCHED);
            case CANCELLED -> Outcome.DUPLICATE;
            case OPEN, ALLOCATED -> cancel(state.line(line));
        };
    }

    private static Outcome cancel(NightLine line) {
        if (line.isLeaving()) {
            return Outcome.rejected(RejectReason.DISPATCHED);
        }
        line.cancel();
        return Outcome.APPLIED;
    }

    /** Cancels what a later date's night could not find and this one has loaded. */
    public void cancelBelated() {
        state.belated(Feed.CANCELLATIONS)
                .filter(line -> line.state().canBecome(LineState.CANCELLED) && !line.isLeaving())
                .forEach(NightLine::cancel);
    }
}
