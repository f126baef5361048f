package nightfill.application.sync;

import java.nio.file.Path;
import java.util.List;
import nightfill.application.sync.Tree.Skipped;
import nightfill.domain.sync.SyncAction;
import org.jspecify.annotations.Nullable;

/**
 * What a sync did, or, of a dry run, would do.
 *
 * @param actions in order
 * @param foreign what programs and systems left on either side, which stays
 * @param manifest where the sync manifest is; null where a dry run wrote none
 */
public record SyncOutcome(
        SyncCounts counts,
        List<SyncAction> actions,
        List<Skipped> skipped,
        List<Path> foreign,
        @Nullable Path manifest) {}
