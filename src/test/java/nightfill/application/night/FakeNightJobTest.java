package nightfill.application.night;

import java.time.LocalDate;
import nightfill.application.access.AuditTrail;
import nightfill.application.run.Executions;
import nightfill.application.run.RunLock;
import nightfill.application.run.Runs;
import nightfill.harness.InMemoryNightfill;

class FakeNightJobTest extends NightJobContract {

    private final InMemoryNightfill nightfill = new InMemoryNightfill();

    @Override
    protected NightJob job() {
        return nightfill.job;
    }

    @Override
    protected RunLock lock() {
        return nightfill.lock;
    }

    @Override
    protected Runs runs() {
        return nightfill.runs;
    }

    @Override
    protected Executions executions() {
        return nightfill.executions;
    }

    @Override
    protected AuditTrail trail() {
        return nightfill.executions.trail;
    }

    @Override
    protected NightRequest request(LocalDate date) {
        return nightfill.request(date);
    }

    @Override
    protected void arrive(LocalDate date, String batches, String orderLines) {
        nightfill.arrive(date, "batches.csv", batches).arrive(date, "order_lines.csv", orderLines);
    }

    @Override
    protected void disturb(String step, Runnable disturbance) {
        nightfill.job.disturb(step, disturbance);
    }

    @Override
    protected void forgetEnd() {
        nightfill.executions.forgetEnd();
    }
}
