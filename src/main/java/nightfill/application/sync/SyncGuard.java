package nightfill.application.sync;

/** Judges a sync under its destination's lock and before its first write; one that fails refuses the sync. */
@FunctionalInterface
public interface SyncGuard {

    GuardVerdict judge(PreviewedSync preview);
}
