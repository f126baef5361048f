package nightfill.application.watch;

import nightfill.domain.watch.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a run, as it is on record.
 *
 * @param id of the execution
 * @param last whether nothing was attempted since, at any run
 * @param asked the entry of the audit trail by which somebody asked for it; null where none is known
 */
public record Attempt(
        long id,
        long run,
        boolean last,
        Recorded recorded,
        Times times,
        @Nullable Long asked) {}
