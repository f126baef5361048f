package nightfill.domain.night;

import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.RejectReason;

/** Dispatches and cancels order lines. SQL twin: {@code LineDepartures}. */
public record Departures(NightState state) {

    public void dispatch(FeedRows rows) {
        rows.judge(row -> dispatch(row.line()));
    }

    private Outcome dispatch(OrderLine line) {
        LineState known = state.stateOf(line);
        if (known == null) {
            return Outcome.rejected(RejectReason.UNKNOWN_LINE);
        }
        return switch (known) {
            case OPEN, CANCELLED -> Outcome.rejected(RejectReason.NOT_ALLOCATED);
            case DISPATCHED -> Outcome.DUPLICATE;
            case ALLOCATED -> {
                state.line(line).dispatch();
                yield Outcome.APPLIED;
            }
        };
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
            case DISPATCHED -> Outcome.rejected(RejectReason.DISPATCHED);
            case CANCELLED -> Outcome.DUPLICATE;
            case OPEN, ALLOCATED -> {
                state.line(line).cancel();
                yield Outcome.APPLIED;
            }
        };
    }

    /** Cancels what a later date's night could not find and this one has loaded. */
    public void cancelBelated() {
        state.belated(Feed.CANCELLATIONS)
                .filter(line -> line.state().canBecome(LineState.CANCELLED))
                .forEach(NightLine::cancel);
    }

    /** Dispatches what a later date's night could not find and this one has loaded and allocated. */
    public void dispatchBelated() {
        state.belated(Feed.DISPATCHES)
                .filter(line -> line.state().canBecome(LineState.DISPATCHED))
                .forEach(NightLine::dispatch);
    }
}
