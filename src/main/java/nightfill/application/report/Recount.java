package nightfill.application.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nightfill.domain.run.Run;

/** Counts the rules of allocation over again from the rows; every call takes part in the caller's transaction. */
public interface Recount {

    /** Every check, over all that counts up to the end of the last finished run. */
    List<Finding> ofAll(Optional<Run> last);

    /** The checks of what the last run did and left, as soon as it has allocated. */
    List<Finding> of(Run run);

    /** Passes on the rows of {@code stock.csv} or {@code unallocated.csv} as a finished run left them, whatever came later. */
    void forEachRow(Run run, Report report, Consumer<List<String>> action);

    /**
     * What became of a check.
     *
     * @param check the rule, for people
     * @param faults how many rows break it
     * @param examples a few of them, for people
     */
    record Finding(String check, long faults, List<String> examples) {

        public boolean isFault() {
            return faults > 0;
        }

        /** Whether people should know of it, and it is no check. */
        public boolean isWarning() {
            return !isFault() && !examples.isEmpty();
        }
    }
}
