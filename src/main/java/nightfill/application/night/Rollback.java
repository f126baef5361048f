package nightfill.application.night;

import nightfill.application.run.Runs;
import nightfill.domain.run.Run;

/** Undoes a run that has begun; the one that it was to replace counts again. */
public record Rollback(Runs runs, Ledger ledger) {

    /** Takes part in the caller's transaction. */
    public void of(Run begun) {
        ledger.undo(begun);
        if (begun.replacesId() != null) {
            ledger.redo(runs.get(begun.replacesId()));
        }
    }
}
