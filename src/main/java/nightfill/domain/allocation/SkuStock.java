package nightfill.domain.allocation;

import java.util.List;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Decision.OutOfStock;

/**
 * The domain service: serves the lines of one SKU, each from the most preferred batch that can take it whole.
 *
 * <p>Costs O(log batches) a line, and some 120 bytes and 16 a batch: a tree of maxima over the batches in order of preference
 * leads to the first that fits.
 */
public final class SkuStock {

    /** That of a SKU of which no batch is known. */
    public static final SkuStock NONE = inOrder(new int[0], new int[0]);

    private final int[] batchIds;
    private final int[] maxima;
    private final int leaves;
    private long total;

    private SkuStock(int[] batchIds, int[] available) {
        this.batchIds = batchIds;
        this.leaves = Math.max(1, Integer.highestOneBit(Math.max(1, batchIds.length - 1)) * 2);
        this.maxima = new int[2 * leaves];
        fillLeaves(available);
        fillInnerNodes();
    }

    /**
     * That of a SKU.
     *
     * @param supplies all its batches, in any order
     */
    public static SkuStock of(List<Supply> supplies) {
        List<Supply> preferredFirst =
                supplies.stream().sorted(Supply.PREFERENCE).toList();
        return inOrder(
                preferredFirst.stream().mapToInt(Supply::batchId).toArray(),
                preferredFirst.stream()
                        .mapToInt(supply -> Math.toIntExact(supply.available()))
                        .toArray());
    }

    /**
     * The same of all batches of the SKU that are sorted already.
     *
     * @param batchIds in the order of {@link Supply#PREFERENCE}; kept as they are
     * @param available what each of them has, in units
     */
    public static SkuStock inOrder(int[] batchIds, int[] available) {
        return new SkuStock(batchIds, available);
    }

    /** Decides for the next line and, where a batch can take it, takes its quantity off that batch. */
    public Decision allocate(Demand demand) {
        int needed = demand.quantity();
        if (batchIds.length == 0) {
            return new OutOfStock(demand, ShortageReason.UNKNOWN_SKU);
        }
        if (maxima[1] < needed) {
            return new OutOfStock(demand, total < needed ? ShortageReason.SHORT : ShortageReason.NO_SINGLE_BATCH);
        }
        int leaf = firstLeafWith(needed);
        take(leaf, needed);
        return new Allocated(demand, batchIds[leaf - leaves]);
    }

    private void fillLeaves(int[] available) {
        for (int index = 0; index < available.length; index++) {
            maxima[leaves + index] = available[index];
            total += available[index];
        }
    }

    private void fillInnerNodes() {
        for (int node = leaves - 1; node >= 1; node--) {
            raise(node);
        }
    }

    private int firstLeafWith(int needed) {
        int node = 1;
        while (node < leaves) {
            node = maxima[2 * node] >= needed ? 2 * node : 2 * node + 1;
        }
        return node;
    }

    private void take(int leaf, int quantity) {
        total -= quantity;
        maxima[leaf] -= quantity;
        for (int node = leaf / 2; node >= 1; node /= 2) {
            raise(node);
        }
    }

    private void raise(int node) {
        maxima[node] = Math.max(maxima[2 * node], maxima[2 * node + 1]);
    }
}
