package nightfill.application.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nightfill.application.report.InMemoryReportSource;
import nightfill.application.report.Recount;
import nightfill.application.report.Report;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.domain.run.Run;

/** Counts a few rules over again in a database in memory. */
public final class InMemoryRecount implements Recount {

    private final InMemoryDatabase database;

    public InMemoryRecount(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public List<Finding> ofAll(Optional<Run> last) {
        InMemoryDatabase then = last.map(database::asOfTheEndOf).orElseGet(InMemoryDatabase::new);
        return List.of(belowZero(then), otherSku(then), withoutReason(then, last));
    }

    @Override
    public List<Finding> of(Run run) {
        InMemoryDatabase then = database.asOfTheEndOf(run);
        return List.of(otherSku(then), withoutReason(then, Optional.of(run)));
    }

    private static Finding belowZero(InMemoryDatabase then) {
        return finding(
                "no batch is below zero",
                then.batches
                        .where(batch -> held(then, batch) > batch.quantity())
                        .map(StoredBatch::reference));
    }

    private static Finding otherSku(InMemoryDatabase then) {
        return finding(
                "no line has a batch of another SKU",
                then.batches.where(batch -> holdsOtherSku(then, batch)).map(StoredBatch::reference));
    }

    private static Finding withoutReason(InMemoryDatabase then, Optional<Run> last) {
        return finding(
                "every open line has the reason of the last run",
                then.lines
                        .where(line -> line.isOpen() && !hasReason(then, line, last))
                        .map(line -> line.line().line().orderId()));
    }

    private static boolean hasReason(InMemoryDatabase then, Line line, Optional<Run> last) {
        return then.shortages.has(row -> row.turn() == line.turn()
                && last.filter(run -> run.id() == row.run()).isPresent());
    }

    private static long held(InMemoryDatabase then, StoredBatch batch) {
        return then.units(line -> batch.reference().equals(line.batch()));
    }

    private static boolean holdsOtherSku(InMemoryDatabase then, StoredBatch batch) {
        return then.lines.has(line -> batch.reference().equals(line.batch())
                && !batch.sku().equals(line.line().line().sku()));
    }

    private static Finding finding(String check, Stream<String> faulty) {
        List<String> faults = faulty.toList();
        return new Finding(check, faults.size(), faults);
    }

    @Override
    public void forEachRow(Run run, Report report, Consumer<List<String>> action) {
        new InMemoryReportSource(database.asOfTheEndOf(run)).forEachRow(run, report, action);
    }
}
