package nightfill.application.night;

import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Accept;
import nightfill.application.run.Runs;
import nightfill.domain.night.Resemblance;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;

/** Keeps lines that were numbered anew from being promised twice, and points out what else resembles an earlier line. */
record LikeLines(Runs runs) {

    /** @throws Problem (refused) when many lines are known under other numbers and nobody accepted it */
    void require(Run run, Resemblance resemblance) {
        if (!resemblance.isRenumbered()) {
            resemblance.renumberings().forEach(text -> runs.warn(run, text));
        } else if (run.terms().accept(Acceptance.RENUMBERED)) {
            runs.override(run, Acceptance.RENUMBERED, resemblance.renumbering() + "; accepted");
        } else {
            throw Problem.refused(
                    resemblance.renumbering(),
                    Remedy.mend("have lines keep their numbers"),
                    Remedy.mend("have the earlier ones cancelled in the same night"),
                    new Accept(Acceptance.RENUMBERED));
        }
        resemblance.changes().forEach(text -> runs.warn(run, text));
    }
}
