package nightfill.application.metrics;

import java.util.Optional;

/** Knows who asked for nights. */
public interface RunRequests {

    /** The newest request, whatever came of it. */
    Optional<LastRequest> last();
}
