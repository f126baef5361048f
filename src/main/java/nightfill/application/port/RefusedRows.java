package nightfill.application.port;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import nightfill.application.Run;

/** Keeps the rejects of a refused night for whoever mends its feeds. */
public interface RefusedRows {

    /** Writes the rejects so far and says where; nothing where there are none. */
    Optional<Path> keep(Run run);

    /** Removes what was kept of an earlier attempt at that date. */
    void forget(LocalDate date);
}
