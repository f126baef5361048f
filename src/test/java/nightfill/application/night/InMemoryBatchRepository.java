package nightfill.application.night;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.application.run.InMemoryDatabase.Shortage;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.application.run.InMemoryRuns;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Decision.OutOfStock;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.Supply;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** Batches, allocations and shortages in a database in memory. */
public final class InMemoryBatchRepository implements BatchRepository {

    private final InMemoryDatabase database;

    public InMemoryBatchRepository(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Turns turns(Run run) {
        Map<String, List<OpenLine>> waiting = database.lines
                .where(line -> line.isOpen() && !isShort(run, line.turn()))
                .map(Line::line)
                .sorted((left, right) -> Long.compare(left.turn(), right.turn()))
                .collect(Collectors.groupingBy(line -> line.line().sku()));
        Map<String, List<Supply>> supplies =
                waiting.keySet().stream().collect(Collectors.toMap(sku -> sku, this::supplies));
        return new Snapshot(
                new ArrayDeque<>(
                        waiting.values().stream().flatMap(Collection::stream).toList()),
                supplies);
    }

    @Override
    public void record(Run run, List<? extends Decision> decisions) {
        if (new InMemoryRuns(database).get(run.id()).state() != Run.State.ALLOCATING) {
            throw new Problem(Kind.FAILED, run.title() + " does not allocate");
        }
        decisions.forEach(decision -> record(run, decision));
    }

    private void record(Run run, Decision decision) {
        long turn = decision.line().turn();
        if (decision instanceof OutOfStock outOfStock) {
            if (!isShort(run, turn)) {
                database.shortages.insert(new Shortage(run.id(), turn, outOfStock.reason()));
            }
        } else if (decision instanceof Allocated allocated
                && !database.lines.has(line -> line.turn() == turn && Objects.equals(line.allocatedRun(), run.id()))) {
            allocate(run, turn, allocated.supply());
        }
    }

    private void allocate(Run run, long turn, Supply supply) {
        StoredBatch batch = database.batches
                .where(stored -> stored.id() == supply.batchId())
                .findFirst()
                .orElseThrow();
        long allocated = database.lines.update(
                line -> line.turn() == turn
                        && line.isOpen()
                        && line.line().line().sku().equals(batch.sku()),
                line -> line.allocated(batch.reference(), run.id()));
        if (allocated != 1) {
            throw new IllegalStateException("line %d cannot be allocated to %s".formatted(turn, batch));
        }
    }

    private boolean isShort(Run run, long turn) {
        return database.shortages.has(row -> row.run() == run.id() && row.turn() == turn);
    }

    private List<Supply> supplies(String sku) {
        return database.batches
                .where(batch -> batch.sku().equals(sku))
                .map(batch -> new Supply(
                        batch.id(),
                        batch.reference(),
                        batch.eta(),
                        batch.quantity()
                                - database.units(line -> batch.reference().equals(line.batch()))))
                .toList();
    }

    private record Snapshot(Deque<OpenLine> waiting, Map<String, List<Supply>> suppliesBySku, long size)
            implements Turns {

        Snapshot(Deque<OpenLine> waiting, Map<String, List<Supply>> suppliesBySku) {
            this(waiting, suppliesBySku, waiting.size());
        }

        @Override
        public @Nullable OpenLine next() {
            return waiting.poll();
        }

        @Override
        public List<Supply> supplies(String sku) {
            return Objects.requireNonNull(suppliesBySku.get(sku), () -> "nobody waits for " + sku);
        }

        @Override
        public void close() {}
    }
}
