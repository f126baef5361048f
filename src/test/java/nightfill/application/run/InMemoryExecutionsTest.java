package nightfill.application.run;

import nightfill.domain.access.Actor;
import nightfill.domain.run.Run;

class InMemoryExecutionsTest extends ExecutionsContract {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final InMemoryRuns runs = new InMemoryRuns(database);
    private final InMemoryExecutions executions = new InMemoryExecutions(database, new MutableClock());

    @Override
    protected Executions executions() {
        return executions;
    }

    @Override
    protected Runs runs() {
        return runs;
    }

    @Override
    protected long begin(Run run) {
        return executions.begin(run);
    }

    @Override
    protected long begin(Run run, Actor by) {
        return executions.begin(run, executions.trail.asked(by, "run", run.title(), ""));
    }

    @Override
    protected void enter(long id, String step) {
        executions.enter(id, step);
    }

    @Override
    protected void end(long id, String status, String message) {
        executions.end(id, status, message);
    }
}
