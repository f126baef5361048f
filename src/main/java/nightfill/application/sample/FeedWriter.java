package nightfill.application.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nightfill.domain.feed.Feed;

/** Hands in the feeds of a night as a sender does, with the control file that vouches for them. */
public interface FeedWriter {

    /**
     * Writes the feeds into a new directory, whole or not at all.
     *
     * @return the directory
     * @throws nightfill.application.problem.Problem (refused) when the directory exists
     */
    Path write(Path night, List<FeedText> feeds) throws IOException;

    /** A feed as text: header and rows without line ends, which no field makes ambiguous. */
    record FeedText(Feed feed, String header, Supplier<Stream<String>> rows) {}
}
