package nightfill.application.sync;

/** Judges a sync under its destination's lock and before its first write. */
@FunctionalInterface
public interface SyncGuard {

    /**
     * What it found that lets the sync pass.
     *
     * @throws nightfill.application.problem.Problem (refused) where nothing does
     */
    GuardVerdict judge(PreviewedSync preview);
}
