package nightfill.domain.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import nightfill.domain.words.Identifiers;
import org.jspecify.annotations.Nullable;

/** A batch of stock, in the warehouse or at sea, and the lines allocated to it; known by its reference. */
public final class Batch {

    private final String reference;
    private final String sku;
    private int purchasedQuantity;
    private @Nullable LocalDate eta;

    /** Those whose goods are still there, by turn. */
    private final NavigableMap<Long, OpenLine> lines = new TreeMap<>();

    private final Set<Long> dispatchedTurns = new HashSet<>();

    /** Sums over the lines, changed with them and never by themselves: adding up anew would cost O(lines) a line. */
    private long allocatedQuantity;

    private long dispatchedQuantity;

    /** A batch that has no lines yet. */
    public Batch(String reference, String sku, int purchasedQuantity, @Nullable LocalDate eta) {
        this(reference, sku, purchasedQuantity, eta, 0);
    }

    /**
     * A batch without any line but those whose goods have left.
     *
     * @param purchasedQuantity everything ever bought under the reference, in units, at least 0
     * @param eta none when the goods are in the warehouse
     * @param dispatchedQuantity what has left so far, in units, at least 0
     */
    public Batch(
            String reference, String sku, int purchasedQuantity, @Nullable LocalDate eta, long dispatchedQuantity) {
        if (!Identifiers.isIdentifier(reference)
                || !Identifiers.isIdentifier(sku)
                || purchasedQuantity < 0
                || dispatchedQuantity < 0) {
            throw new IllegalArgumentException(
                    "not a batch: %s %s %d %d".formatted(reference, sku, purchasedQuantity, dispatchedQuantity));
        }
        this.reference = reference;
        this.sku = sku;
        this.purchasedQuantity = purchasedQuantity;
        this.eta = eta;
        this.dispatchedQuantity = dispatchedQuantity;
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

    /** Units of the lines whose goods are still there. */
    public long allocatedQuantity() {
        return allocatedQuantity;
    }

    /** Units that have left; they were never given back. */
    public long dispatchedQuantity() {
        return dispatchedQuantity;
    }

    /** Less than 0 only between a reduction and the release of the {@link #excess}. */
    public long availableQuantity() {
        return purchasedQuantity - allocatedQuantity - dispatchedQuantity;
    }

    /** The lines whose goods are still there, by turn. */
    public Collection<OpenLine> lines() {
        return Collections.unmodifiableCollection(lines.values());
    }

    /** What it can still give, under the key that a repository has for it. */
    public Supply supply(int batchId) {
        return new Supply(batchId, reference, eta, availableQuantity());
    }

    public boolean canAllocate(OrderLine line) {
        return sku.equals(line.sku()) && line.quantity() <= availableQuantity();
    }

    /** Allocates a line that fits, once, and says whether the line is allocated here. */
    public boolean allocate(OpenLine line) {
        if (has(line)) {
            return true;
        }
        if (!canAllocate(line.line())) {
            return false;
        }
        hold(line);
        return true;
    }

    /**
     * Holds a line that was allocated here on an earlier night, when it did fit.
     *
     * @throws IllegalArgumentException when the line is here already
     */
    public void hold(OpenLine line) {
        if (has(line)) {
            throw new IllegalArgumentException("%s has %s already".formatted(this, line));
        }
        lines.put(line.turn(), line);
        allocatedQuantity += line.line().quantity();
    }

    private boolean has(OpenLine line) {
        return lines.containsKey(line.turn()) || dispatchedTurns.contains(line.turn());
    }

    /** Takes a line off this batch, unless it is not here or its goods have left; says whether it did. */
    public boolean deallocate(OpenLine line) {
        OpenLine held = lines.remove(line.turn());
        if (held == null) {
            return false;
        }
        allocatedQuantity -= held.line().quantity();
        return true;
    }

    /** Notes that a line's goods leave; says whether they were here. */
    public boolean dispatch(OpenLine line) {
        if (!deallocate(line)) {
            return false;
        }
        dispatchedQuantity += line.line().quantity();
        return dispatchedTurns.add(line.turn());
    }

    /** Takes the new quantity and ETA; {@link #excess} names the lines that it can then no longer hold. */
    public void change(int newQuantity, @Nullable LocalDate newEta) {
        purchasedQuantity = newQuantity;
        eta = newEta;
    }

    /** The lines to deallocate so that the rest fits: the last in turn first, never one whose goods have left. */
    public List<OpenLine> excess() {
        Reduction reduction = new Reduction(purchasedQuantity, allocatedQuantity + dispatchedQuantity);
        List<OpenLine> excess = new ArrayList<>();
        for (OpenLine line : lines.descendingMap().values()) {
            if (!reduction.releases(line.line())) {
                break;
            }
            excess.add(line);
        }
        return excess;
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
}
