package nightfill.application.port;

import nightfill.application.Run;

/** Keeps the rejects of a refused night for whoever mends its feeds. */
public interface RefusedRows {

    /** Writes the rejects so far, in place of those of an earlier attempt at that date. */
    void keep(Run run);
}
