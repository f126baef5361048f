package nightfill.adapter.postgres.lock;

import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy.Act;
import nightfill.domain.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps a process that has lost the run lock unawares from writing on: whoever abandons or discards a run changes its
 * state, and waits for the transactions that hold it.
 */
public final class RunFence {

    private RunFence() {}

    /**
     * Holds a run in its state until the current transaction ends.
     *
     * @throws Problem (failed) when the run is in another state
     */
    public static void hold(JdbcClient jdbc, Run run, Run.State state) {
        requireOne(
                run,
                jdbc.sql("select id from run where id = ? and state = ? for share")
                        .params(run.id(), state.name())
                        .query(Long.class)
                        .list()
                        .size());
    }

    public static void requireOne(Run run, int runs) {
        if (runs != 1) {
            throw Problem.failed("%s was taken over or abandoned meanwhile".formatted(run.title()), Act.SHOW_STATUS);
        }
    }
}
