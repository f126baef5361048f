package nightfill.application.run;

import nightfill.domain.watch.Phase;
import org.jspecify.annotations.Nullable;

/** Keeps for those who look from elsewhere how far a step is, also while nothing of its transaction can be seen. */
public interface StepNotes {

    /** Notes it at once, whatever becomes of the caller's transaction. */
    void note(long step, Note note);

    /**
     * How far a step is.
     *
     * @param rows worked so far by this attempt
     * @param share of what this attempt, or the phase, has to do, 0 to 1; null where it is not known
     * @param phase null where there are none
     */
    record Note(long rows, @Nullable Double share, @Nullable Phase phase) {}
}
