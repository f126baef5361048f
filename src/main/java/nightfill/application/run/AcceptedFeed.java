package nightfill.application.run;

import nightfill.domain.feed.Feed;
import org.jspecify.annotations.Nullable;

/**
 * A feed as a run took it in.
 *
 * @param bytes its length
 * @param sha256 in lower-case hexadecimal digits
 * @param vouchedRows the data rows that {@code control.csv} promises, where there is one
 */
public record AcceptedFeed(
        Feed feed, long bytes, String sha256, @Nullable Long vouchedRows) {

    /** Whether there may be nothing in it, not even a header: nobody needs it, and its sender says that it has no rows. */
    public boolean mayBeEmpty() {
        return !feed.mandatory() && vouchedRows != null && vouchedRows == 0;
    }
}
