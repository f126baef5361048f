package nightfill.application.sync;

import java.time.LocalDate;
import java.util.List;
import nightfill.application.sync.Tree.Skipped;
import nightfill.domain.sync.SyncAction;
import org.jspecify.annotations.Nullable;

/**
 * A sync for the record.
 *
 * @param date of the night that was published; null for a plain sync, as is {@code run}
 * @param previous SHA-256 of the manifest of the sync before, if the two are chained
 * @param steps carried out, in order; of a dry run, all that are planned
 * @param failure one line for people; null for a sync that was carried out to its end
 */
public record SyncManifest(
        @Nullable LocalDate date,
        @Nullable Integer run,
        SyncRoute route,
        @Nullable String previous,
        SyncCounts counts,
        List<GuardVerdict> guards,
        List<Skipped> skipped,
        List<Step> steps,
        @Nullable String failure) {

    /** The same manifest, chained. */
    public SyncManifest after(@Nullable String previousSha256) {
        return new SyncManifest(date, run, route, previousSha256, counts, guards, skipped, steps, failure);
    }

    /**
     * An action.
     *
     * @param bytes copied
     */
    public record Step(SyncAction action, long bytes) {}
}
