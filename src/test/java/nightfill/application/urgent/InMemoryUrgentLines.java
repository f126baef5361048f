package nightfill.application.urgent;

import java.util.List;
import java.util.Optional;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.application.run.InMemoryDatabase.Urgent;
import nightfill.application.run.InMemoryRuns;
import nightfill.application.urgent.UrgentAnswer.Closed;
import nightfill.application.urgent.UrgentAnswer.OutOfStock;
import nightfill.application.urgent.UrgentAnswer.Promised;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.Supply;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.night.LineState;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** The repository of lines that are allocated at once, in memory. */
public record InMemoryUrgentLines(InMemoryDatabase database) implements UrgentLines {

    @Override
    public Optional<Run> unfinished() {
        InMemoryRuns runs = new InMemoryRuns(database);
        return runs.unfinished().or(runs::loading);
    }

    @Override
    public Optional<OrderLine> asked(String client, String key) {
        return database.urgent
                .where(urgent -> urgent.client().equals(client) && key.equals(urgent.key()))
                .map(urgent -> urgent.promise().line())
                .findFirst();
    }

    @Override
    public List<Supply> supplies(String sku) {
        return database.batches
                .where(batch -> batch.sku().equals(sku))
                .map(batch -> new Supply(
                        Math.toIntExact(batch.id()), batch.reference(), batch.eta(), batch.quantity() - taken(batch)))
                .toList();
    }

    private long taken(StoredBatch batch) {
        return database.units(line -> batch.reference().equals(line.batch()))
                + database.urgent
                        .where(this::waits)
                        .map(Urgent::promise)
                        .filter(promise -> promise.batchReference().equals(batch.reference()))
                        .mapToLong(promise -> promise.line().quantity())
                        .sum();
    }

    private boolean waits(Urgent urgent) {
        return known(urgent.promise()).isEmpty();
    }

    private Optional<Line> known(LineRow promise) {
        return database.lines
                .where(line -> line.line().line().equals(promise.line()))
                .findFirst();
    }

    @Override
    public Optional<UrgentAnswer> known(OrderLine line) {
        return database.lines
                .where(known -> known.line().line().equals(line))
                .findFirst()
                .map(this::answer)
                .or(() -> database.urgent
                        .where(urgent -> urgent.promise().line().equals(line))
                        .findFirst()
                        .map(urgent -> promised(urgent.promise().batchReference())));
    }

    private UrgentAnswer answer(Line known) {
        if (known.cancelledRun() != null) {
            return new Closed(LineState.CANCELLED);
        } else if (known.hasLeftWithoutBatch()) {
            return new Closed(LineState.LEFT);
        }
        return known.batch() == null ? reason(known) : promised(known.batch());
    }

    private UrgentAnswer reason(Line open) {
        long last = new InMemoryRuns(database).lastFinished().orElseThrow().id();
        return database.shortages
                .where(shortage -> shortage.run() == last && shortage.turn() == open.turn())
                .map(shortage -> new OutOfStock(shortage.reason()))
                .findFirst()
                .orElseThrow();
    }

    private UrgentAnswer promised(@Nullable String reference) {
        StoredBatch batch = database.batches
                .where(known -> known.reference().equals(reference))
                .findFirst()
                .orElseThrow();
        return new Promised(batch.reference(), batch.eta(), false);
    }

    @Override
    public void keep(UrgentRequest request, String batchReference) {
        long last = new InMemoryRuns(database).lastFinished().orElseThrow().id();
        database.urgent.insert(new Urgent(
                last,
                new LineRow(request.line(), batchReference),
                request.client().name(),
                request.key().orElse(null)));
    }
}
