package nightfill.application.sync;

import java.util.List;

/**
 * What a sync is to do.
 *
 * @param guards judge, in their order and besides the guards that every sync has, whether it may begin
 * @param dryRun whether only to show the plan: nothing is touched and no lock taken
 */
public record SyncRequest(
        SyncRoute route, SyncLimits limits, SyncRecord record, List<SyncGuard> guards, boolean dryRun) {

    public SyncRequest {
        guards = List.copyOf(guards);
    }

    /** The same request, with its directories named in another way. */
    public SyncRequest on(SyncRoute other) {
        return new SyncRequest(other, limits, record, guards, dryRun);
    }
}
