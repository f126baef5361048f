package nightfill.domain.run;

import java.util.Set;

/**
 * On which terms a run takes its feeds.
 *
 * @param maxRejects rejected rows that a feed may have, as written, for example {@code 20} or {@code 2%}; empty for the
 *     default
 * @param accepted guards that are not to refuse it
 * @param afterRestore whether OUTPUT showed the run already when a restored database did not know it
 */
public record Terms(String maxRejects, Set<Acceptance> accepted, boolean afterRestore) {

    /** Those of a run of which nothing special was asked. */
    public static final Terms USUAL = new Terms("", Set.of(), false);

    public Terms {
        accepted = Set.copyOf(accepted);
    }

    public boolean accept(Acceptance what) {
        return accepted.contains(what);
    }
}
