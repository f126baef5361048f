package nightfill.application.feeds;

import java.util.List;
import java.util.Map;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.Header;
import nightfill.domain.words.Rules;
import org.jspecify.annotations.Nullable;

/** The rows of an empty feed. */
record NoRows() implements FeedReader.Rows {

    @Override
    public Header.Columns columns() {
        return new Header.Columns(Map.of(), 0, List.of(), Rules.CURRENT);
    }

    @Override
    public @Nullable FeedRecord next() {
        return null;
    }

    @Override
    public void close() {}
}
