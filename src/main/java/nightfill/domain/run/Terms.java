package nightfill.domain.run;

import java.util.Set;
import nightfill.domain.words.Rules;

/**
 * On which terms a run takes its feeds.
 *
 * @param maxRejects rejected rows that a feed may have, as written, for example {@code 20} or {@code 2%}; empty for the
 *     default
 * @param accepted guards that are not to refuse it
 * @param afterRestore whether OUTPUT showed the run already when a restored database did not know it
 * @param rules by which it is worked
 * @param purchasing how it listens to purchasing
 */
public record Terms(
        String maxRejects, Set<Acceptance> accepted, boolean afterRestore, Rules rules, Purchasing purchasing) {

    /** Those of a run of which nothing special was asked. */
    public static final Terms USUAL = new Terms("", Set.of(), false);

    public Terms {
        accepted = Set.copyOf(accepted);
    }

    /** Those of a run by the current rules that listens to purchasing as usual. */
    public Terms(String maxRejects, Set<Acceptance> accepted, boolean afterRestore) {
        this(maxRejects, accepted, afterRestore, Rules.CURRENT, Purchasing.USUAL);
    }

    public Terms with(Purchasing other) {
        return new Terms(maxRejects, accepted, afterRestore, rules, other);
    }

    public boolean accept(Acceptance what) {
        return accepted.contains(what);
    }
}
