package nightfill.domain.watch;

import nightfill.domain.feed.Feed;

/**
 * A feed that a run accepted, beside what is in INPUT in its place.
 *
 * @param kept whether the run's own copy of it is there
 * @param accepted its length in bytes; 0 of one that the run knows nothing of
 * @param found the length of what is in INPUT; 0 where nothing is
 */
public record ComparedFeed(Feed feed, Match match, boolean kept, long accepted, long found) {

    /** How a feed in INPUT compares. */
    public enum Match {
        EQUAL,
        DIFFERENT,
        /** INPUT does not have it any more. */
        ABSENT,
        /** The run was begun without it. */
        NEW,
        /** Of the same length, and still being read. */
        UNREAD,
        UNREADABLE
    }

    boolean isInInput() {
        return match != Match.ABSENT;
    }
}
