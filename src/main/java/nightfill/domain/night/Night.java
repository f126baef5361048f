package nightfill.domain.night;

import java.time.LocalDate;
import nightfill.domain.feed.Feed;
import nightfill.domain.words.Rules;

/**
 * One night: its feeds take effect in the order that the contract fixes, then every open line has its turn.
 *
 * @param turnsBefore the highest turn given to a line before the night
 * @param rules by which it is worked
 */
public record Night(LocalDate date, long turnsBefore, Rules rules, NightState state, NightFeeds feeds) {

    /** Works the night, once. */
    public void work() {
        load();
        Departures departures = new Departures(state, rules);
        departures.dispatch(feeds.of(Feed.DISPATCHES));
        departures.cancel(feeds.of(Feed.CANCELLATIONS));
        departures.cancelBelated();
        new Purchases(state).take(feeds.of(Feed.BATCHES), feeds.batches());
        new Releases(state).release();
        EarlierPromises promises = new EarlierPromises(state);
        promises.keep(feeds.of(Feed.ALLOCATIONS));
        promises.keep(feeds.of(Feed.URGENT));
        new Turns(state).give();
        WaitingDispatches waiting = new WaitingDispatches(state, rules);
        waiting.settle(feeds.of(Feed.DISPATCHES));
        waiting.settleBelated();
    }

    private void load() {
        Arrivals arrivals = new Arrivals(state, date);
        long turns = turnsBefore;
        for (Feed feed : Feed.WITH_NEW_LINES) {
            FeedRows rows = feeds.of(feed);
            arrivals.load(rows, turns);
            turns += rows.rows().size();
        }
    }
}
