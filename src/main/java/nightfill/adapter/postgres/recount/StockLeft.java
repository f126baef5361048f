package nightfill.adapter.postgres.recount;

import java.util.Arrays;
import java.util.List;

/**
 * What batches have left once a run has allocated, in arrays by the ids that the database gave: up to the highest, eight
 * bytes for each of a batch and thirteen for each of an SKU.
 */
final class StockLeft {

    private final int most;
    private int[] skus = new int[0];
    private int[] better = new int[0];
    private int[] best = new int[0];
    private long[] together = new long[0];
    private boolean[] known = new boolean[0];
    private boolean whole = true;

    /** @param most the highest id that is taken in */
    StockLeft(int most) {
        this.most = most;
    }

    /**
     * Takes in the next batch, where those of an SKU follow one another from the best to the worst: its id, that of its SKU,
     * the units that it has left, and whether it was known when the run allocated.
     */
    void add(List<String> batch) {
        long id = Long.parseLong(batch.get(0));
        int sku = Integer.parseInt(batch.get(1));
        if (isTaken(id) && isTaken(sku)) {
            add((int) id, sku, Long.parseLong(batch.get(2)), TurnSieve.isTrue(batch.get(3)));
        } else {
            whole = false;
        }
    }

    private boolean isTaken(long id) {
        return 0 < id && id <= most;
    }

    private void add(int id, int sku, long units, boolean wasKnown) {
        skus = room(skus, id);
        better = room(better, id);
        best = room(best, sku);
        together = sku < together.length ? together : Arrays.copyOf(together, best.length);
        known = sku < known.length ? known : Arrays.copyOf(known, best.length);
        skus[id] = wasKnown ? sku : 0;
        better[id] = best[sku];
        best[sku] = (int) Math.max(best[sku], units);
        together[sku] += units;
        known[sku] |= wasKnown;
    }

    private static int[] room(int[] values, int index) {
        return index < values.length ? values : Arrays.copyOf(values, Math.max(index + 1, 2 * values.length));
    }

    /** Whether all batches were taken in. */
    boolean isWhole() {
        return whole;
    }

    /** The SKU of a batch that was known, or 0. */
    int sku(int batch) {
        return isIn(batch, skus.length) ? skus[batch] : 0;
    }

    /** The most that one of the batches has left that come before it. */
    int better(int batch) {
        return isIn(batch, better.length) ? better[batch] : 0;
    }

    /** The most that one batch of the SKU has left. */
    int best(int sku) {
        return isIn(sku, best.length) ? best[sku] : 0;
    }

    /** What all batches of the SKU have left. */
    long together(int sku) {
        return isIn(sku, together.length) ? together[sku] : 0;
    }

    /** Whether a batch of the SKU was known. */
    boolean isKnown(int sku) {
        return isIn(sku, known.length) && known[sku];
    }

    private static boolean isIn(int id, int length) {
        return 0 <= id && id < length;
    }
}
