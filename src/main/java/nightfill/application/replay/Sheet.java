package nightfill.application.replay;

import java.util.List;
import nightfill.application.replay.Entry.Effect;
import nightfill.domain.feed.Feed;

/** All rows of one feed. */
record Sheet(Feed feed, List<Entry> entries) {

    /** The rows that nothing has been found against yet, in file order. */
    List<Entry> standing() {
        return entries.stream().filter(Entry::stands).toList();
    }

    long count(Effect effect) {
        return entries.stream().filter(entry -> entry.effect() == effect).count();
    }
}
