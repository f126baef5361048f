package nightfill.application.audit;

import nightfill.application.night.NightPorts;
import nightfill.application.report.Recount;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.StoredBatch;

class InMemoryRecountTest extends RecountContract {

    private final InMemoryDatabase database = new InMemoryDatabase();

    @Override
    protected NightPorts ports() {
        return NightPorts.inMemory(database);
    }

    @Override
    protected Recount recount() {
        return new InMemoryRecount(database);
    }

    @Override
    protected void shrink(String reference) {
        database.batches.update(
                batch -> batch.reference().equals(reference),
                batch -> new StoredBatch(batch.id(), batch.reference(), batch.sku(), 1, batch.eta()));
    }

    @Override
    protected void forgetReason(String orderId) {
        database.lines
                .where(line -> line.line().line().orderId().equals(orderId))
                .toList()
                .forEach(line -> database.shortages.delete(row -> row.turn() == line.turn()));
    }
}
