package nightfill.domain.run;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One run of a business date.
 *
 * @param id ascending in the order in which nights are run
 * @param number 1, or more for a correction
 * @param previousId the standing run on whose state this one builds
 * @param replacesId the run that this one corrects
 * @param turnsBefore the highest turn given to a line before this run
 * @param manifestSha256 of the finished run's reports
 */
public record Run(
        long id,
        LocalDate date,
        int number,
        State state,
        @Nullable Long previousId,
        @Nullable Long replacesId,
        Terms terms,
        @Nullable Long turnsBefore,
        @Nullable String manifestSha256) {

    /** A run loads; its feeds take effect and it allocates; it is finished, and may be replaced by a correction. */
    public enum State {
        LOADING,
        ALLOCATING,
        FINISHED,
        REPLACED,
        ABANDONED,
        DISCARDED
    }

    public boolean isCorrection() {
        return replacesId != null;
    }

    /** For people: {@code 2026-11-20 run 1}. */
    public String title() {
        return date + " run " + number;
    }

    /** Where its feeds are kept and its reports stand: {@code 2026-11-20/run-1}. */
    public String directory() {
        return date + "/run-" + number;
    }
}
