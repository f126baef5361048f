package nightfill.application.feeds;

import java.io.IOException;
import java.nio.file.Path;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.Header;
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

    /** Opens a feed that was accepted; one that is empty, and may be, has no rows. */
    default Rows open(Path file, AcceptedFeed accepted, Rules rules, FeedRecord.Position from) throws IOException {
        return accepted.mayBeEmpty() && isEmpty(file) ? Rows.NONE : open(file, accepted.feed(), rules, from);
    }

    /**
     * Requires that a file is no text of two or four bytes a character.
     *
     * @throws nightfill.application.problem.Problem (refused) when it is UTF-16 or UTF-32, whatever else is wrong with it
     */
    void requireNarrow(Path file) throws IOException;

    /** Whether a file has no record at all, not even a header. */
    boolean isEmpty(Path file) throws IOException;

    /** Whether a file's last record has no line end, and so may be the remains of a longer one. */
    boolean isTorn(Path file) throws IOException;

    /** The rows of one feed, in file order. */
    interface Rows extends AutoCloseable {

        /** Those of a feed without rows, which has no header either. */
        Rows NONE = new NoRows();

        /** Where its columns are. */
        Header.Columns columns();

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
