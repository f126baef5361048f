package nightfill.application.night;

import nightfill.application.problem.StopToken;
import nightfill.domain.run.Run;

/** Works a run from where it is to its end. */
public interface NightJob {

    /**
     * Takes the run up where it left off; the caller holds the run lock.
     *
     * @throws nightfill.application.problem.Problem when it was refused, failed or was stopped
     */
    void work(Run run, NightRequest request, StopToken stop);

    /** Notes the end of what killed processes left as if under way; the caller holds the run lock. */
    void buryDead();
}
