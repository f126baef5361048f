package nightfill.application.night;

import java.time.LocalDate;
import java.util.List;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;

class InMemoryBatchRepositoryTest extends BatchRepositoryContract {

    private final InMemoryBatchRepository repository = new InMemoryBatchRepository();
    private long runs;

    @Override
    protected BatchRepository repository() {
        return repository;
    }

    @Override
    protected Run nextRun() {
        runs++;
        return new Run(
                runs,
                LocalDate.of(2026, 11, 20).plusDays(runs),
                1,
                Run.State.ALLOCATING,
                null,
                null,
                Terms.USUAL,
                0L,
                null);
    }

    @Override
    protected void know(Run run, Batch batch) {
        repository.know(batch);
    }

    @Override
    protected void load(Run run, OpenLine line) {
        repository.load(line);
    }

    @Override
    protected void dispatch(Run run, OpenLine line) {
        repository.dispatch(line);
    }

    @Override
    protected void cancel(Run run, OpenLine line) {
        repository.cancel(line);
    }

    @Override
    protected List<OpenLine> linesOf(String reference) {
        return repository.linesOf(reference);
    }
}
