package nightfill.application.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nightfill.domain.feed.ControlEntry;

/** Reads the sender's word on the feeds of a night. */
public interface ControlReader {

    /**
     * The entries of a control file, at most one for each feed.
     *
     * @throws nightfill.application.problem.Problem (refused) when anything in it is malformed, naming line and reason
     */
    List<ControlEntry> read(Path file) throws IOException;
}
