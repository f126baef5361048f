package nightfill.application.night;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Decision.OutOfStock;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.Supply;
import nightfill.domain.run.Run;
import nightfill.domain.words.CodePointOrder;
import org.jspecify.annotations.Nullable;

/** Batches and lines in plain collections: the batches themselves keep what is allocated to them. */
public final class InMemoryBatchRepository implements BatchRepository {

    private final NavigableMap<String, Batch> batches = new TreeMap<>(CodePointOrder.INSTANCE);
    private final List<String> references = new ArrayList<>();
    private final NavigableMap<Long, OpenLine> lines = new TreeMap<>();
    private final Map<OrderLine, Long> turns = new HashMap<>();
    private final Map<Long, Batch> holders = new HashMap<>();
    private final Set<Long> cancelled = new HashSet<>();
    private final Map<Long, Set<Long>> decided = new HashMap<>();

    /** Lets a line wait for its turn. */
    public void load(OpenLine line) {
        if (turns.putIfAbsent(line.line(), line.turn()) != null || lines.putIfAbsent(line.turn(), line) != null) {
            throw new IllegalStateException("line known already: " + line);
        }
    }

    public void dispatch(OpenLine line) {
        if (!holder(line).orElseThrow().dispatch(line)) {
            throw new IllegalStateException("cannot be dispatched: " + line);
        }
    }

    public void cancel(OpenLine line) {
        holder(line).ifPresent(batch -> batch.deallocate(line));
        holders.remove(line.turn());
        cancelled.add(line.turn());
    }

    public void know(Batch batch) {
        if (batches.putIfAbsent(batch.reference(), batch) != null) {
            throw new IllegalStateException("batch known already: " + batch);
        }
        references.add(batch.reference());
    }

    /** The lines allocated to a batch, dispatched ones included, by turn. */
    public List<OpenLine> linesOf(String reference) {
        return lines.values().stream()
                .filter(line -> holder(line).stream()
                        .anyMatch(batch -> batch.reference().equals(reference)))
                .toList();
    }

    @Override
    public Turns turns(Run run) {
        Map<String, List<OpenLine>> waiting = lines.values().stream()
                .filter(line -> isWaiting(run, line))
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
        for (Decision decision : decisions) {
            if (!decided(run).contains(decision.line().turn())) {
                record(decision);
                decided(run).add(decision.line().turn());
            }
        }
    }

    private void record(Decision decision) {
        if (decision instanceof Allocated allocated) {
            requireFree(allocated.line());
            Batch batch = Objects.requireNonNull(
                    batches.get(references.get((int) allocated.supply().batchId())));
            if (!batch.allocate(allocated.line())) {
                throw new IllegalStateException("does not fit: " + allocated);
            }
            holders.put(allocated.line().turn(), batch);
        } else if (decision instanceof OutOfStock outOfStock) {
            requireKnown(outOfStock.line());
        }
    }

    private boolean isWaiting(Run run, OpenLine line) {
        return !cancelled.contains(line.turn())
                && holder(line).isEmpty()
                && !decided(run).contains(line.turn());
    }

    private List<Supply> supplies(String sku) {
        return batches.values().stream()
                .filter(batch -> batch.sku().equals(sku))
                .map(batch -> batch.supply(references.indexOf(batch.reference())))
                .toList();
    }

    private void requireFree(OpenLine line) {
        if (holder(line).isPresent() || cancelled.contains(line.turn())) {
            throw new IllegalStateException("cannot be allocated: " + line);
        }
        Long turn = turns.get(line.line());
        if (turn != null && turn != line.turn()) {
            throw new IllegalStateException("has turn %d: %s".formatted(turn, line));
        }
    }

    private void requireKnown(OpenLine line) {
        if (!line.equals(lines.get(line.turn()))) {
            throw new IllegalStateException("unknown: " + line);
        }
    }

    private Optional<Batch> holder(OpenLine line) {
        return Optional.ofNullable(holders.get(line.turn()));
    }

    private Set<Long> decided(Run run) {
        return decided.computeIfAbsent(run.id(), id -> new HashSet<>());
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
