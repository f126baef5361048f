package nightfill.application.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nightfill.application.report.InMemoryReportSource;
import nightfill.application.report.Report;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.domain.run.Run;

/** Counts a few rules over again in a database in memory, whose last run is the one that is asked about. */
public final class InMemoryRecount implements Recount {

    private final InMemoryDatabase database;

    public InMemoryRecount(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public List<Finding> ofAll(Optional<Run> last) {
        return List.of(belowZero(), otherSku());
    }

    @Override
    public List<Finding> of(Run run) {
        return ofAll(Optional.of(run));
    }

    private Finding belowZero() {
        return finding(
                "no batch has more lines than it can hold",
                database.batches.where(
                        batch -> database.units(line -> batch.reference().equals(line.batch())) > batch.quantity()));
    }

    private Finding otherSku() {
        return finding(
                "no line has a batch of another SKU",
                database.batches.where(
                        batch -> database.lines.has(line -> batch.reference().equals(line.batch())
                                && !batch.sku().equals(line.line().line().sku()))));
    }

    private static Finding finding(String check, Stream<StoredBatch> faulty) {
        List<String> faults = faulty.map(StoredBatch::reference).toList();
        return new Finding(check, faults.size(), faults);
    }

    @Override
    public void forEachRow(Run run, Report report, Consumer<List<String>> action) {
        new InMemoryReportSource(database).forEachRow(run, report, action);
    }
}
