package nightfill.domain.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Decision.OutOfStock;
import org.jspecify.annotations.Nullable;

/** The rules of allocation, slow and plain: looks at every supply for every line. */
public final class LinearScan {

    private final List<Supply> supplies;
    private final long[] available;

    public LinearScan(List<Supply> supplies) {
        this.supplies = new ArrayList<>(supplies);
        this.supplies.sort(LinearScan::compare);
        this.available = this.supplies.stream().mapToLong(Supply::available).toArray();
    }

    public Decision allocate(Demand demand) {
        long together = 0;
        for (int place = 0; place < available.length; place++) {
            if (available[place] >= demand.quantity()) {
                available[place] -= demand.quantity();
                return new Allocated(demand, supplies.get(place).batchId());
            }
            together += available[place];
        }
        return new OutOfStock(demand, reason(together, demand.quantity()));
    }

    private ShortageReason reason(long together, int needed) {
        if (supplies.isEmpty()) {
            return ShortageReason.UNKNOWN_SKU;
        }
        return together < needed ? ShortageReason.SHORT : ShortageReason.NO_SINGLE_BATCH;
    }

    /** Written out once more, for this is what the other one is held against. */
    private static int compare(Supply left, Supply right) {
        long days = day(left.eta()) - day(right.eta());
        if (days != 0) {
            return Long.signum(days);
        }
        return compareCodePoints(
                left.reference().codePoints().toArray(),
                right.reference().codePoints().toArray());
    }

    private static long day(@Nullable LocalDate eta) {
        return eta == null ? -1 : eta.toEpochDay();
    }

    private static int compareCodePoints(int[] left, int[] right) {
        return Arrays.compare(left, right);
    }
}
