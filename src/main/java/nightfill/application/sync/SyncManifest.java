package nightfill.application.sync;

import java.util.List;
import nightfill.application.sync.Tree.Skipped;
import nightfill.domain.run.RunName;
import nightfill.domain.sync.SyncAction;
import org.jspecify.annotations.Nullable;

/**
 * A sync for the record.
 *
 * @param run the last that was published; null for a plain sync
 * @param previous SHA-256 of the manifest of the sync before, if the two are chained
 * @param failure one line for people; null for a sync that was carried out to its end
 */
public record SyncManifest(
        @Nullable RunName run,
        SyncRoute route,
        @Nullable String previous,
        List<GuardVerdict> guards,
        Work work,
        @Nullable String failure) {

    /** The same manifest, chained. */
    public SyncManifest after(@Nullable String previousSha256) {
        return new SyncManifest(run, route, previousSha256, guards, work, failure);
    }

    /**
     * What was done.
     *
     * @param steps carried out, in order; of a dry run, all that are planned
     */
    public record Work(SyncCounts counts, List<Skipped> skipped, List<Step> steps) {}

    /**
     * An action.
     *
     * @param bytes copied
     */
    public record Step(SyncAction action, long bytes) {}
}
