package nightfill.application.verify;

import java.util.Optional;
import nightfill.domain.proof.RunLinks;

/** Reads from a summary of whatever origin which runs it names. */
public interface SummaryLinks {

    /** Empty when the text is not the summary of a run. */
    Optional<RunLinks> read(String summary);
}
