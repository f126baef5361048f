package nightfill.application.watch;

import java.util.List;
import nightfill.domain.feed.Feed;
import org.jspecify.annotations.Nullable;

/** The rows that a run rejected. */
public interface Rejects {

    /** Those behind a key, in the order of the feeds and of their rows. */
    List<Reject> page(long run, Which which, @Nullable Key after, int most);

    /**
     * Which rows.
     *
     * @param feed null for all
     * @param reason empty for all
     */
    record Which(@Nullable Feed feed, String reason) {

        public static final Which ALL = new Which(null, "");
    }

    /** Where a row is. */
    record Key(Feed feed, int row) {}

    /**
     * A row.
     *
     * @param line physical line where it begins; the header is 1
     * @param raw as received, control characters made visible
     */
    record Reject(Key key, long line, String reason, String detail, String raw) {}
}
