package nightfill.domain.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import nightfill.domain.words.Identifiers;
import org.jspecify.annotations.Nullable;

/** A batch of stock, in the warehouse or at sea, and the lines allocated to it; known by its reference. */
public final class Batch {

    private final String reference;
    private final String sku;
    private int purchasedQuantity;
    private @Nullable LocalDate eta;
    private final NavigableMap<Long, Promise> promises = new TreeMap<>();

    /**
     * @param purchasedQuantity everything ever bought under the reference, in units, at least 0
     * @param eta none when the goods are in the warehouse
     */
    public Batch(String reference, String sku, int purchasedQuantity, @Nullable LocalDate eta) {
        if (!Identifiers.isIdentifier(reference) || !Identifiers.isIdentifier(sku) || purchasedQuantity < 0) {
            throw new IllegalArgumentException("not a batch: %s %s %d".formatted(reference, sku, purchasedQuantity));
        }
        this.reference = reference;
        this.sku = sku;
        this.purchasedQuantity = purchasedQuantity;
        this.eta = eta;
    }

    public String reference() {
        return reference;
    }

    public String sku() {
        return sku;
    }

    public int purchasedQuantity() {
        return purchasedQuantity;
    }

    public @Nullable LocalDate eta() {
        return eta;
    }

    /** The lines allocated to this batch, dispatched ones included, by turn. */
    public Collection<Promise> promises() {
        return Collections.unmodifiableCollection(promises.values());
    }

    public long availableQuantity() {
        return purchasedQuantity - allocatedQuantity();
    }

    public boolean canAllocate(OrderLine line) {
        return sku.equals(line.sku()) && line.quantity() <= availableQuantity();
    }

    /** Allocates a line that fits; a line that is allocated here already stays so. Tells whether it is. */
    public boolean allocate(OpenLine line) {
        if (promises.containsKey(line.turn())) {
            return true;
        }
        if (!canAllocate(line.line())) {
            return false;
        }
        promises.put(line.turn(), new Promise(line, false));
        return true;
    }

    /** Takes a line off this batch, unless it is not here or its goods have left. Tells whether it did. */
    public boolean deallocate(OpenLine line) {
        Promise promise = promises.get(line.turn());
        if (promise == null || promise.dispatched()) {
            return false;
        }
        promises.remove(line.turn());
        return true;
    }

    /** Notes that a line's goods have left; tells whether the line is allocated here. */
    public boolean dispatch(OpenLine line) {
        return promises.computeIfPresent(line.turn(), (turn, promise) -> new Promise(promise.line(), true)) != null;
    }

    /** Takes the new quantity and ETA, and gives up the newest undispatched lines until the rest fits. */
    public List<OpenLine> change(int newQuantity, @Nullable LocalDate newEta) {
        purchasedQuantity = newQuantity;
        eta = newEta;
        List<OpenLine> released = releasedBy(new Reduction(newQuantity, allocatedQuantity()));
        released.forEach(this::deallocate);
        return released;
    }

    private List<OpenLine> releasedBy(Reduction reduction) {
        List<OpenLine> released = new ArrayList<>();
        for (Promise promise : promises.descendingMap().values()) {
            if (!promise.dispatched() && reduction.releases(promise.line().line())) {
                released.add(promise.line());
            }
        }
        return released;
    }

    private long allocatedQuantity() {
        return promises.values().stream()
                .mapToLong(promise -> promise.line().line().quantity())
                .sum();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Batch batch && batch.reference.equals(reference);
    }

    @Override
    public int hashCode() {
        return reference.hashCode();
    }

    @Override
    public String toString() {
        return "Batch %s of %s".formatted(reference, sku);
    }

    /** A line allocated to the batch; once dispatched it stays for ever. */
    public record Promise(OpenLine line, boolean dispatched) {}
}
