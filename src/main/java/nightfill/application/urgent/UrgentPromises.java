package nightfill.application.urgent;

import java.util.List;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.run.Run;

/** The lines that were allocated at once, as nights take them in; each call takes part in the caller's transaction. */
public interface UrgentPromises {

    /** Those that no run before this one has loaded, in the order in which they were promised. */
    List<LineRow> before(Run run);

    /** Knows promises again that an earlier database held; those that are known stay as they are. */
    void putBack(List<LineRow> promises);
}
