package nightfill.application.feeds;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import nightfill.application.problem.Problem;
import nightfill.domain.run.Run;

/** Keeps the rejects of a refused night for whoever corrects its feeds. */
public interface RefusedRows {

    /** Writes the rejects so far and says where; nothing where there are none. */
    Optional<Path> keep(Run run);

    /** Keeps the rejects so far, and says where in the refusal itself. */
    default Problem keep(Run run, Problem refusal) {
        return keep(run)
                .map(file -> refusal.and("the rejects so far are in " + file))
                .orElse(refusal);
    }

    /** Removes what was kept of an earlier attempt at that date. */
    void forget(LocalDate date);
}
