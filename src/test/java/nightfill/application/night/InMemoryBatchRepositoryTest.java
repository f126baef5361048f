package nightfill.application.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nightfill.application.figures.RunFigures;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.application.run.InMemoryRuns;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;

class InMemoryBatchRepositoryTest extends BatchRepositoryContract {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final InMemoryRuns runs = new InMemoryRuns(database);
    private final InMemoryBatchRepository repository = new InMemoryBatchRepository(database);
    private LocalDate date = LocalDate.of(2026, 11, 19);

    @Override
    protected BatchRepository repository() {
        return repository;
    }

    @Override
    protected Run nextRun() {
        runs.unfinished().ifPresent(run -> runs.finish(run, "a".repeat(64), Map.of(), RunFigures.NONE));
        date = date.plusDays(1);
        return runs.begin(runs.open(date, Terms.USUAL, null));
    }

    @Override
    protected void know(Run run, Batch batch) {
        database.batches.insert(new StoredBatch(
                database.nextNumber(), batch.reference(), batch.sku(), batch.purchasedQuantity(), batch.eta()));
    }

    @Override
    protected void load(Run run, OpenLine line) {
        database.lines.insert(Line.loaded(line, run.id()));
    }

    @Override
    protected void dispatch(Run run, OpenLine line) {
        database.lines.update(it -> it.turn() == line.turn(), it -> it.dispatched(run.id()));
    }

    @Override
    protected void cancel(Run run, OpenLine line) {
        database.lines.update(it -> it.turn() == line.turn(), it -> it.cancelled(run.id()));
    }

    @Override
    protected List<OpenLine> linesOf(String reference) {
        return database.lines
                .where(line -> reference.equals(line.batch()))
                .map(Line::line)
                .sorted((left, right) -> Long.compare(left.turn(), right.turn()))
                .toList();
    }
}
