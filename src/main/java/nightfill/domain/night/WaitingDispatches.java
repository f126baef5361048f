package nightfill.domain.night;

import nightfill.domain.feed.Feed;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.words.Rules;

/** Dispatches, behind the allocation, that had to wait for it. SQL twin: {@code DispatchSettlement}. */
public record WaitingDispatches(NightState state, Rules rules) {

    /**
     * Settles the dispatches of lines that were open: the line keeps the batch that it got; if it got none, it is closed
     * without one, for its goods are gone.
     */
    public void settle(FeedRows dispatches) {
        dispatches.judge(row -> settle(state.line(row.line())));
    }

    private static Outcome settle(NightLine line) {
        if (line.is(LineState.OPEN)) {
            line.leave();
            return Outcome.rejected(RejectReason.NOT_ALLOCATED);
        }
        if (line.is(LineState.ALLOCATED)) {
            line.dispatch();
        }
        return Outcome.APPLIED;
    }

    /** Does the same to what a later date's night could not find and this one has loaded. */
    public void settleBelated() {
        state.belated(Feed.DISPATCHES).filter(line -> !line.state().isClosed()).forEach(this::settleBelated);
    }

    private void settleBelated(NightLine line) {
        if (line.is(LineState.ALLOCATED) || rules.have(Rules.TWO)) {
            settle(line);
        }
    }
}
