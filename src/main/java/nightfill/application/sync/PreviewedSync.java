package nightfill.application.sync;

import java.util.List;
import nightfill.domain.sync.SyncAction;

/** A sync as it would be: both sides as they are, and what would be done, in order. */
public record PreviewedSync(SyncRoute route, Tree source, Tree destination, List<SyncAction> plan) {}
