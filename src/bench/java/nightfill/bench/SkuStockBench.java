package nightfill.bench;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Demand;
import nightfill.domain.allocation.LinearScan;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Supply;

/**
 * What one line costs, in nanoseconds, over few and many batches of its SKU: the tree of maxima beside a scan of all
 * batches. The first half of the batches is empty, so that a scan's way is long from the first line on.
 *
 * <pre>{@code ./mvnw -q -Pbench test-compile exec:java -Dexec.mainClass=nightfill.bench.SkuStockBench}</pre>
 */
public final class SkuStockBench {

    private static final int LINES_PER_BATCH = 10;
    private static final int MAX_LINES = 1_000_000;
    private static final long MAX_SCANNED_BATCHES = 4_000_000_000L;

    private SkuStockBench() {}

    public static void main(String[] arguments) {
        nanosPerLine(SkuStock.of(supplies(1_000))::allocate, MAX_LINES);
        nanosPerLine(new LinearScan(supplies(1_000))::allocate, MAX_LINES);
        System.out.printf("%10s %10s %16s %16s%n", "batches", "lines", "tree, ns/line", "scan, ns/line");
        for (int batches : new int[] {100, 10_000, 100_000}) {
            int lines = Math.min(MAX_LINES, LINES_PER_BATCH * batches);
            double tree = nanosPerLine(SkuStock.of(supplies(batches))::allocate, lines);
            double scan = nanosPerLine(
                    new LinearScan(supplies(batches))::allocate, (int) Math.min(lines, MAX_SCANNED_BATCHES / batches));
            System.out.printf("%10d %10d %16.0f %16.0f%n", batches, lines, tree, scan);
        }
    }

    private static List<Supply> supplies(int batches) {
        return IntStream.range(0, batches)
                .mapToObj(number -> new Supply(
                        number, "PO-%07d".formatted(number), null, number < batches / 2 ? 0 : 2 * LINES_PER_BATCH))
                .toList();
    }

    private static double nanosPerLine(Function<Demand, Decision> stock, int lines) {
        long start = System.nanoTime();
        int allocated = 0;
        for (int turn = 0; turn < lines; turn++) {
            allocated += stock.apply(new Demand(turn, 1)) instanceof Decision.Allocated ? 1 : 0;
        }
        double nanos = (System.nanoTime() - start) / (double) lines;
        if (allocated == 0) {
            throw new IllegalStateException("nothing was allocated");
        }
        return nanos;
    }
}
