package nightfill.view;

import nightfill.domain.watch.ComparedFeed;
import nightfill.domain.watch.ComparedFeed.Match;
import nightfill.domain.watch.InputComparison;
import nightfill.domain.watch.InputComparison.Restart;
import nightfill.domain.watch.InputComparison.Verdict;
import nightfill.view.Mark.Shape;
import nightfill.view.Mark.Tone;

/** How it is said what INPUT holds of what an unfinished run accepted, and what comes of it. */
public final class InputWords {

    private InputWords() {}

    public static Mark mark(Match match) {
        return switch (match) {
            case EQUAL -> new Mark("equal", Shape.DOT, Tone.GOOD);
            case DIFFERENT -> new Mark("differs", Shape.TRIANGLE, Tone.WARNING);
            case ABSENT -> new Mark("gone", Shape.DASH, Tone.WARNING);
            case NEW -> new Mark("new", Shape.TRIANGLE, Tone.WARNING);
            case UNREAD -> new Mark("being read", Shape.RING, Tone.ACTIVE);
            case UNREADABLE -> new Mark("cannot be read", Shape.QUESTION, Tone.WARNING);
        };
    }

    /** What is in INPUT in place of a feed, in a few words. */
    public static String found(ComparedFeed feed) {
        return switch (feed.match()) {
            case EQUAL -> "the same file";
            case DIFFERENT ->
                feed.found() == feed.accepted()
                        ? "another file of the same length"
                        : "another file, of %s bytes instead of %s"
                                .formatted(bytes(feed.found()), bytes(feed.accepted()));
            case ABSENT -> "nothing";
            case NEW -> "a file that the run was begun without";
            case UNREAD -> "a file of the same length, which is still being read";
            case UNREADABLE -> "a file that cannot be read from here";
        };
    }

    private static String bytes(long bytes) {
        return Numbers.grouped(bytes);
    }

    /** How INPUT compares, as a clause. */
    public static String verdict(Verdict verdict) {
        return switch (verdict) {
            case EQUAL -> "INPUT holds what this run accepted";
            case DIFFERENT -> "INPUT differs from what this run accepted";
            case GONE -> "INPUT has no feeds of this date any more";
            case UNSEEN -> "INPUT cannot be seen from here";
            case UNREAD -> "INPUT is still being read";
            case UNREADABLE -> "INPUT cannot be read from here";
        };
    }

    /** What the feeds are called beside the run's own copies, in brackets: {@code (equal to INPUT)}. */
    public static String beside(Verdict verdict) {
        return switch (verdict) {
            case EQUAL -> "equal to INPUT";
            case DIFFERENT -> "INPUT differs, and is not used";
            case GONE -> "INPUT has none any more";
            case UNSEEN, UNREADABLE -> "INPUT cannot be seen from here";
            case UNREAD -> "INPUT is still being compared";
        };
    }

    /** What running the date again would begin with, as a clause. */
    public static String restart(Restart restart) {
        return switch (restart) {
            case GOES_ON -> "run again, it goes on from its own copies";
            case LOADS_ANEW -> "run again, it loads the feeds as they are now; what it had loaded is dropped";
            case WAITS_FOR_FEEDS -> "run again, it would wait for the feeds that are missing";
            case IS_REFUSED ->
                "run again, it would be refused: a copy of its own is lost, and INPUT has not the same file";
            case NOT_KNOWN -> "what it would begin with is not known yet";
        };
    }

    /** What to do about it, as a sentence without its full stop; empty where there is nothing to do. */
    public static String advice(InputComparison how) {
        return switch (how.restart()) {
            case GOES_ON ->
                how.verdict() == Verdict.DIFFERENT
                        ? "To have the feeds that are in INPUT now, abandon the run and run the date again"
                        : "";
            case LOADS_ANEW -> "To have the former feeds, put them back first";
            case WAITS_FOR_FEEDS -> "Have them sent again";
            case IS_REFUSED -> "Put the lost file back in either place, or abandon the run";
            case NOT_KNOWN -> "Look again in a moment";
        };
    }
}
