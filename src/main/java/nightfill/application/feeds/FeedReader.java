package nightfill.application.feeds;

import java.io.IOException;
import java.nio.file.Path;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.words.Rules;
import org.jspecify.annotations.Nullable;

/** Reads a feed row by row. */
public interface FeedReader {

    /**
     * Opens a feed at a position from an earlier reading of the same bytes; rows before it are not read again.
     *
     * @param rules of the run that reads it
     * @throws nightfill.application.problem.Problem (refused) when the header cannot be accepted
     */
    Rows open(Path file, Feed feed, Rules rules, FeedRecord.Position from) throws IOException;

    /** Whether a file's last record has no line end, and so may be the remains of a longer one. */
    boolean isTorn(Path file) throws IOException;

    /** The rows of one feed, in file order. */
    interface Rows extends AutoCloseable {

        /**
         * The next row, or null behind the last.
         *
         * @throws nightfill.application.problem.Problem (refused) when the file is damaged there, naming file, line and reason
         */
        @Nullable
        FeedRecord next() throws IOException;

        @Override
        void close() throws IOException;
    }
}
