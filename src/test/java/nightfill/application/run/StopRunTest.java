package nightfill.application.run;

import static nightfill.application.problem.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import org.junit.jupiter.api.Test;

class StopRunTest {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final MutableClock clock = new MutableClock();
    private final InMemoryRunLock lock = new InMemoryRunLock(database, clock);
    private final InMemoryExecutions executions = new InMemoryExecutions(database, clock);
    private final StopRun stopRun = new StopRun(executions, lock);
    private final Run run = new InMemoryRuns(database).open(LocalDate.of(2026, 11, 20), Terms.USUAL, null);

    @Test
    void the_execution_of_a_living_process_is_asked_to_stop() {
        long id = executions.begin(run);
        lock.beOwnedByAnother();
        assertThat(stopRun.stop(Optional.empty()).id()).isEqualTo(id);
        assertThat(executions.isToStop(id)).isTrue();
    }

    @Test
    void it_can_be_named() {
        long id = executions.begin(run);
        lock.beOwnedByAnother();
        assertThat(stopRun.stop(Optional.of(id)).id()).isEqualTo(id);
    }

    @Test
    void another_than_the_one_under_way_is_refused() {
        long id = executions.begin(run);
        lock.beOwnedByAnother();
        refused(() -> stopRun.stop(Optional.of(id + 1)));
        assertThat(executions.isToStop(id)).isFalse();
    }

    @Test
    void where_nothing_is_under_way_there_is_nothing_to_stop() {
        lock.beOwnedByAnother();
        refused(() -> stopRun.stop(Optional.empty()));
    }

    @Test
    void the_execution_of_a_dead_process_cannot_stop() {
        long id = executions.begin(run);
        lock.beOwnedByTheDead();
        refused(() -> stopRun.stop(Optional.empty()));
        assertThat(executions.isToStop(id)).isFalse();
    }
}
