package nightfill.application.run;

import java.util.Optional;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.run.Executions.Execution;

/** Asks the night that is under way to stop at its next commit. */
public record StopRun(Executions executions, RunLock lock) {

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
