package nightfill.domain.run;

import java.time.LocalDate;
import nightfill.domain.words.Rules;
import org.jspecify.annotations.Nullable;

/**
 * One run of a business date.
 *
 * @param id ascending in the order in which nights are run
 * @param previousId the run on whose state this one builds
 * @param replacesId the run that this one corrects
 */
public record Run(
        long id,
        RunName name,
        @Nullable Long previousId,
        @Nullable Long replacesId,
        Terms terms,
        Progress progress) {

    /** A run loads; its feeds take effect and it allocates; it is finished, and may be replaced by a correction. */
    public enum State {
        LOADING,
        ALLOCATING,
        FINISHED,
        REPLACED,
        ABANDONED,
        DISCARDED
    }

    /**
     * How far a run has come.
     *
     * @param turnsBefore the highest turn given to a line before this run
     * @param manifestSha256 of the finished run's reports
     */
    public record Progress(
            State state, long turnsBefore, @Nullable String manifestSha256) {}

    public LocalDate date() {
        return name.date();
    }

    /** By which it is worked. */
    public Rules rules() {
        return terms.rules();
    }

    public int number() {
        return name.number();
    }

    public State state() {
        return progress.state();
    }

    public long turnsBefore() {
        return progress.turnsBefore();
    }

    public @Nullable String manifestSha256() {
        return progress.manifestSha256();
    }

    /** For people: {@code 2026-11-20 run 1}. */
    public String title() {
        return name.title();
    }

    /** Where its feeds are kept and its reports are: {@code 2026-11-20/run-1}. */
    public String directory() {
        return name.directory();
    }
}
