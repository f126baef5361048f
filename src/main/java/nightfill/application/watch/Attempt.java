package nightfill.application.watch;

import nightfill.domain.access.Actor;
import nightfill.domain.watch.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a run, as it is on record.
 *
 * @param id of the execution
 * @param last whether nothing was attempted since, at any run
 * @param asked null where it is not known who did
 */
public record Attempt(
        long id,
        long run,
        boolean last,
        Recorded recorded,
        Times times,
        @Nullable Asked asked) {

    /**
     * Who asked for it, and why.
     *
     * @param entry of the audit trail
     * @param note may be empty
     */
    public record Asked(long entry, Actor actor, String note) {}
}
