package nightfill.application.watch;

import java.util.List;
import java.util.Optional;
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
    record Key(Feed feed, int row) {

        private static final String ROW = "[0-9]{1,9}";

        /** As an address has it; nothing where that is no place of a row. */
        public static Optional<Key> parse(String text) {
            int dash = text.lastIndexOf('-');
            return dash >= 0 && text.substring(dash + 1).matches(ROW)
                    ? Feed.named(text.substring(0, dash))
                            .map(feed -> new Key(feed, Integer.parseInt(text.substring(dash + 1))))
                    : Optional.empty();
        }

        /** As an address has it: {@code order_lines.csv-17}. */
        public String text() {
            return feed.fileName() + "-" + row;
        }
    }

    /**
     * A row.
     *
     * @param line physical line where it begins; the header is 1
     * @param raw as received, control characters made visible
     */
    record Reject(Key key, long line, String reason, String detail, String raw) {}
}
