package nightfill.application.report;

import static nightfill.application.problem.Problems.unbalanced;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import nightfill.application.audit.InMemoryRecount;
import nightfill.application.night.NightPorts;
import nightfill.application.night.PortNight;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import org.junit.jupiter.api.Test;

class AuditRunTest {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final NightPorts ports = NightPorts.inMemory(database);
    private final AuditRun auditRun = new AuditRun(new InMemoryRecount(database));
    private final PortNight night = new PortNight(ports, FRIDAY)
            .with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,LAMP,10,")
            .with(Feed.ORDER_LINES, "1,1,CHAIR,2", "2,1,LAMP,2", "3,1,DESK,1");

    @Test
    void a_run_that_has_allocated_by_the_rules_passes() {
        Run run = night.allocate();

        assertThatNoException().isThrownBy(() -> auditRun.of(run));
    }

    @Test
    void the_first_fault_is_named_and_all_are_counted() {
        Run run = night.allocate();
        breakBatches();
        database.shortages.delete(reason -> true);

        assertThat(unbalanced(() -> auditRun.of(run)))
                .hasMessageContaining(run.title())
                .hasMessageContaining("no line has a batch of another SKU: PO-1")
                .hasMessageContaining("3 faults in 2 checks");
    }

    @Test
    void a_check_that_finds_nothing_is_not_told() {
        Run run = night.allocate();
        database.shortages.delete(reason -> true);

        assertThat(unbalanced(() -> auditRun.of(run)))
                .hasMessageContaining("every open line has the reason of the last run: 3")
                .hasMessageContaining("1 faults in 1 checks");
    }

    @Test
    void a_run_that_is_finished_already_was_audited_before() {
        Run run = night.finish();
        breakBatches();

        assertThatNoException().isThrownBy(() -> auditRun.of(run));
    }

    private void breakBatches() {
        database.batches.update(
                batch -> true,
                batch -> new StoredBatch(batch.id(), batch.reference(), "TABLE", batch.quantity(), batch.eta()));
    }
}
