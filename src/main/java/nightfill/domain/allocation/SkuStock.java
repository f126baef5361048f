package nightfill.domain.allocation;

import java.util.List;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Decision.OutOfStock;

/**
 * The domain service: serves the lines of one SKU, each from the most preferred batch that can take it whole.
 *
 * <p>Costs O(log batches) a line and O(batches) memory: a tree of maxima over the batches in order of preference leads
 * to the first that fits.
 */
public final class SkuStock {

    private final List<Supply> supplies;
    private final long[] maxima;
    private final int leaves;
    private long total;

    /** @param supplies all batches of the SKU, in any order */
    public SkuStock(List<Supply> supplies) {
        this.supplies = supplies.stream().sorted(Supply.PREFERENCE).toList();
        this.leaves = Math.max(1, Integer.highestOneBit(Math.max(1, supplies.size() - 1)) * 2);
        this.maxima = new long[2 * leaves];
        fillLeaves();
        fillInnerNodes();
    }

    /** Decides for the next line and, where a batch can take it, takes its quantity off that batch. */
    public Decision allocate(OpenLine line) {
        int needed = line.line().quantity();
        if (supplies.isEmpty()) {
            return new OutOfStock(line, ShortageReason.UNKNOWN_SKU);
        }
        if (maxima[1] < needed) {
            return new OutOfStock(line, total < needed ? ShortageReason.SHORT : ShortageReason.NO_SINGLE_BATCH);
        }
        int leaf = firstLeafWith(needed);
        take(leaf, needed);
        return new Allocated(line, supplies.get(leaf - leaves));
    }

    private void fillLeaves() {
        for (int index = 0; index < supplies.size(); index++) {
            long available = supplies.get(index).available();
            maxima[leaves + index] = available;
            total += available;
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
