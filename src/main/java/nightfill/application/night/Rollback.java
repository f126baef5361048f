package nightfill.application.night;

import nightfill.application.run.Runs;
import nightfill.domain.run.Run;

/** Discards a run that loads, or undoes one that has begun; the one that it was to replace counts again. */
public record Rollback(Runs runs, Ledger ledger) {

    /** Takes part in the caller's transaction. */
    public void of(Run run) {
        if (run.state() == Run.State.LOADING) {
            runs.discard(run);
            return;
        }
        ledger.undo(run);
        if (run.replacesId() != null) {
            ledger.redo(runs.get(run.replacesId()));
        }
    }
}
