package nightfill.application.run;

import java.util.Optional;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.run.Executions.Execution;

/** Asks the night that is under way to stop at its next commit. */
public final class StopRun {

    private final Executions executions;
    private final RunLock lock;

    public StopRun(Executions executions, RunLock lock) {
        this.executions = executions;
        this.lock = lock;
    }

    /**
     * Asks; the night stops within its current chunk.
     *
     * @throws Problem (refused) when nothing is under way, or its process is dead
     */
    public Execution stop(Optional<Long> id) {
        if (!lock.isOwned()) {
            throw Problem.refused("no night is under way, so there is nothing to stop", Act.SHOW_STATUS);
        }
        return executions
                .requestStop(id)
                .orElseThrow(() -> Problem.refused("no such execution is under way", Act.SHOW_STATUS));
    }
}
