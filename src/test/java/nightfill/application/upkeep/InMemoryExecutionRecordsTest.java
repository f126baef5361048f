package nightfill.application.upkeep;

import java.time.LocalDate;
import nightfill.application.run.Executions;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryExecutions;
import nightfill.application.run.InMemoryRuns;
import nightfill.application.run.MutableClock;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;

class InMemoryExecutionRecordsTest extends ExecutionRecordsContract {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final MutableClock clock = new MutableClock();
    private final InMemoryExecutions executions = new InMemoryExecutions(database, clock);

    @Override
    protected ExecutionRecords records() {
        return executions;
    }

    @Override
    protected Executions executions() {
        return executions;
    }

    @Override
    protected Runs runs() {
        return new InMemoryRuns(database);
    }

    @Override
    protected long begin(Run run) {
        return executions.begin(run);
    }

    @Override
    protected void end(long id) {
        executions.end(id, "COMPLETED", "");
    }

    @Override
    protected LocalDate today() {
        return LocalDate.now(clock);
    }
}
