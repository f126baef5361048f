package nightfill.application;

import nightfill.application.port.Ledger;
import nightfill.application.port.Runs;

/** Undoes a run that has begun; the one that it was to replace stands again. */
record Undoing(Runs runs, Ledger ledger) {

    /** Takes part in the caller's transaction. */
    void of(Run begun) {
        ledger.undo(begun);
        if (begun.replacesId() != null) {
            ledger.redo(runs.get(begun.replacesId()));
        }
    }
}
