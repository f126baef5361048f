package nightfill.domain.watch;

import java.util.List;
import java.util.stream.Stream;
import nightfill.domain.feed.Feed;
import nightfill.domain.watch.ComparedFeed.Match;

/**
 * What an unfinished run accepted, beside what is in INPUT now; decides by what the night itself goes by.
 *
 * @param counts whether the run's feeds have taken effect
 * @param seen whether INPUT can be seen at all from where it was looked at
 */
public record InputComparison(boolean counts, boolean seen, List<ComparedFeed> feeds) {

    /** How INPUT compares as a whole. */
    public enum Verdict {
        EQUAL,
        /** A feed has other bytes, was taken away or came in addition. */
        DIFFERENT,
        /** No feed of the date is there any more. */
        GONE,
        /** Whoever looks has no such directory: the night was run elsewhere, or from a place that is not mounted here. */
        UNSEEN,
        /** Nothing differs so far, and something is still being read. */
        UNREAD,
        UNREADABLE
    }

    /** What running the date again would begin with. */
    public enum Restart {
        /** Where it left off, from the run's own copies. */
        GOES_ON,
        /** The feeds that are in INPUT; what was loaded of the others is dropped. */
        LOADS_ANEW,
        /** Nothing, for feeds are missing. */
        WAITS_FOR_FEEDS,
        /** Nothing, for a copy is lost, and INPUT does not have the same file. */
        IS_REFUSED,
        NOT_KNOWN
    }

    public Verdict verdict() {
        if (!seen) {
            return Verdict.UNSEEN;
        }
        if (feeds.stream().noneMatch(ComparedFeed::isInInput)) {
            return Verdict.GONE;
        }
        if (any(Match.DIFFERENT) || any(Match.ABSENT) || any(Match.NEW)) {
            return Verdict.DIFFERENT;
        }
        if (any(Match.UNREADABLE)) {
            return Verdict.UNREADABLE;
        }
        return any(Match.UNREAD) ? Verdict.UNREAD : Verdict.EQUAL;
    }

    /** Of whoever looks: from another host, with another home, it may begin with something else. */
    public Restart restart() {
        return counts ? ofCounting() : ofLoading();
    }

    /** Those of which INPUT has something else than the run. */
    public List<ComparedFeed> differing() {
        return feeds.stream().filter(feed -> feed.match() != Match.EQUAL).toList();
    }

    /** Lost copies are put back from INPUT. */
    private Restart ofCounting() {
        if (lost().allMatch(feed -> feed.match() == Match.EQUAL)) {
            return Restart.GOES_ON;
        }
        return lost().anyMatch(feed -> feed.match() == Match.UNREAD) ? Restart.NOT_KNOWN : Restart.IS_REFUSED;
    }

    private Restart ofLoading() {
        boolean kept = lost().findAny().isEmpty();
        return switch (verdict()) {
            case EQUAL, GONE, UNSEEN -> kept ? Restart.GOES_ON : anew();
            case UNREAD, UNREADABLE -> kept ? Restart.NOT_KNOWN : anew();
            case DIFFERENT -> anew();
        };
    }

    private Restart anew() {
        boolean complete = Stream.of(Feed.values()).filter(Feed::mandatory).allMatch(this::isInInput);
        return complete ? Restart.LOADS_ANEW : Restart.WAITS_FOR_FEEDS;
    }

    private boolean isInInput(Feed feed) {
        return seen && feeds.stream().anyMatch(each -> each.feed() == feed && each.isInInput());
    }

    private Stream<ComparedFeed> lost() {
        return feeds.stream().filter(feed -> feed.match() != Match.NEW && !feed.kept());
    }

    private boolean any(Match match) {
        return feeds.stream().anyMatch(feed -> feed.match() == match);
    }
}
