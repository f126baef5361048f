package nightfill.application.night;

import java.util.List;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Accept;
import nightfill.application.run.Runs;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.shrinkage.ShrinkLimits;
import nightfill.domain.shrinkage.Shrinkage;

/** Keeps feeds from counting that take away so much that half of them may be missing. */
record ShrunkFeeds(Runs runs, ShrinkLimits limits) {

    /** @throws Problem (refused) when a limit is passed and nobody accepted it */
    void require(Run run, Shrinkage shrinkage) {
        List<String> passed = shrinkage.beyond(limits);
        if (!passed.isEmpty() && !run.terms().accept(Acceptance.SHRUNK_FEEDS)) {
            throw Problem.refused(
                    String.join(" | ", passed), Remedy.mend("send whole feeds"), new Accept(Acceptance.SHRUNK_FEEDS));
        }
        passed.forEach(text -> runs.override(run, Acceptance.SHRUNK_FEEDS, text + "; accepted"));
    }
}
