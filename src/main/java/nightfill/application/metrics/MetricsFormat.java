package nightfill.application.metrics;

import java.io.IOException;
import java.io.OutputStream;

/** Words what machines watch, for all of them alike. */
public interface MetricsFormat {

    /** Of what is written. */
    String mediaType();

    /** Writes, and leaves the stream open. */
    void write(Observation seen, OutputStream out) throws IOException;
}
