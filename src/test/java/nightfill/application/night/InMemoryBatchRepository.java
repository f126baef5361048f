package nightfill.application.night;

import java.util.ArrayDeque;
import java.util.Comparator;
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
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Supply;
import nightfill.domain.allocation.Turn;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** Batches, allocations and shortages in a database in memory. */
public final class InMemoryBatchRepository implements BatchRepository {

    private final InMemoryDatabase database;

    public InMemoryBatchRepository(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void keep(Run run, List<Allocated> promises) {
        record(run, promises);
    }

    @Override
    public Turns turns(Run run) {
        Map<String, SkuStock> stocks = database.batches
                .where(batch -> true)
                .collect(Collectors.groupingBy(
                        StoredBatch::sku,
                        Collectors.collectingAndThen(
                                Collectors.mapping(this::supply, Collectors.toList()), SkuStock::of)));
        return new Snapshot(database.lines
                .where(line -> line.isOpen() && !isShort(run, line.turn()))
                .map(Line::line)
                .map(line ->
                        new Turn(line.demand(), stocks.getOrDefault(line.line().sku(), SkuStock.NONE)))
                .sorted(Comparator.comparingLong(turn -> turn.demand().turn()))
                .collect(Collectors.toCollection(ArrayDeque::new)));
    }

    @Override
    public void record(Run run, List<? extends Decision> decisions) {
        if (new InMemoryRuns(database).get(run.id()).state() != Run.State.ALLOCATING) {
            throw new Problem(Kind.FAILED, run.title() + " does not allocate");
        }
        decisions.forEach(decision -> record(run, decision));
    }

    private void record(Run run, Decision decision) {
        long turn = decision.demand().turn();
        if (decision instanceof OutOfStock outOfStock) {
            if (!isShort(run, turn)) {
                database.shortages.insert(new Shortage(run.id(), turn, outOfStock.reason()));
            }
        } else if (decision instanceof Allocated allocated
                && !database.lines.has(line -> line.turn() == turn && Objects.equals(line.allocatedRun(), run.id()))) {
            allocate(run, turn, allocated.batchId());
        }
    }

    private void allocate(Run run, long turn, int batchId) {
        StoredBatch batch = database.batches
                .where(stored -> stored.id() == batchId)
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

    private Supply supply(StoredBatch batch) {
        return new Supply(
                Math.toIntExact(batch.id()),
                batch.reference(),
                batch.eta(),
                batch.quantity() - database.units(line -> batch.reference().equals(line.batch())));
    }

    private static final class Snapshot implements Turns {

        private final Deque<Turn> waiting;
        private final int all;

        Snapshot(Deque<Turn> waiting) {
            this.waiting = waiting;
            this.all = waiting.size();
        }

        @Override
        public @Nullable Turn next() {
            return waiting.poll();
        }

        @Override
        public double share() {
            return all == 0 ? 1 : 1 - (double) waiting.size() / all;
        }

        @Override
        public void close() {}
    }
}
