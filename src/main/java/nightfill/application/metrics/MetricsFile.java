package nightfill.application.metrics;

import java.io.IOException;

/** A file for a machine to read, at any moment. */
public interface MetricsFile {

    /** Puts something in place of what it says, as a whole or not at all. */
    void replace(Observation seen) throws IOException;
}
