package nightfill.application.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nightfill.application.run.Input;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.RunName;

/** What this process sees of INPUT and of its own home, without keeping anybody waiting. */
public interface InputFiles {

    /**
     * The lengths in bytes of the feeds of a date, which may be none.
     *
     * @return nothing where there is no INPUT
     */
    Optional<Map<Feed, Long>> lengths(Input input) throws IOException;

    /**
     * The SHA-256 of a file, which is read only if it has changed since it was read last.
     *
     * @param patience how long to wait for it; what takes longer goes on, and is known to a later call
     * @return nothing where it is still being read
     */
    Optional<String> sha256(Path file, Duration patience) throws IOException;

    /** Whether a run's own copy of a feed is there, by its length. */
    boolean isKept(RunName run, Feed feed, long bytes);
}
