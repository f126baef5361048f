package nightfill.adapter.postgres.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.harness.Figures;
import nightfill.harness.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes that ask for the run lock at the same moment. */
class CrowdIT {

    private static final int PROCESSES = Scale.PROCESSES.count();

    /** So many that they keep to the time that is promised of them. */
    private static final int MANY = 20;

    private static final int PROMISED_MILLIS = 2000;

    @Test
    @Timeout(300)
    void one_works_and_the_others_are_told_at_once_that_it_is_busy() throws Exception {
        List<LockingProcess> crowd = new ArrayList<>();
        try (MigratedDatabase database = new MigratedDatabase()) {
            for (int each = 0; each < PROCESSES; each++) {
                crowd.add(LockingProcess.ready(database.connection()));
            }
            for (LockingProcess each : crowd) {
                assertThat(each.answer()).isEqualTo(LockingProcess.READY);
            }
            for (LockingProcess each : crowd) {
                each.ask();
            }
            List<String> answers = new ArrayList<>();
            for (LockingProcess each : crowd) {
                answers.add(each.answer());
            }
            assertThat(answers)
                    .filteredOn(answer -> answer.matches("[0-9]+ ms: locked"))
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.matches("[0-9]+ ms: BUSY busy: .*"))
                    .hasSize(PROCESSES - 1);
            if (PROCESSES >= MANY) {
                assertThat(answers)
                        .allSatisfy(answer -> assertThat(millis(answer)).isLessThan(PROMISED_MILLIS));
            }
            Figures.count(
                    CrowdIT.class,
                    "%d processes, told within %d ms"
                            .formatted(
                                    PROCESSES,
                                    answers.stream()
                                            .mapToInt(CrowdIT::millis)
                                            .max()
                                            .orElse(0)));
        } finally {
            crowd.forEach(LockingProcess::close);
        }
    }

    private static int millis(String answer) {
        return Integer.parseInt(answer.split(" ", 2)[0]);
    }
}
