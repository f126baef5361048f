package nightfill.application.metrics;

import java.util.Optional;

/** Knows who asked for nights. */
public interface RunRequests {

    /** The newest request, whatever came of it; nothing where very much else was noted since. */
    Optional<LastRequest> last();
}
