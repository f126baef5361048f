package nightfill.bench.stock;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nightfill.domain.allocation.Demand;
import nightfill.domain.allocation.LinearScan;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Supply;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What one line costs over few and many batches of its SKU: the tree of maxima beside a scan of all batches. The first half
 * of the batches is empty, so that a scan's way is long from the first line on.
 *
 * <pre>{@code ./mvnw -q -Pbench test-compile exec:exec@stock-bench}</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 100)
@Measurement(iterations = 50)
@Fork(3)
public class SkuStockBench {

    private static final int LINES = 1_000;
    private static final int UNITS = 20;
    private static final List<Demand> OPEN =
            IntStream.range(0, LINES).mapToObj(turn -> new Demand(turn, 1)).toList();

    @Param({"100", "10000", "100000"})
    int batches;

    private SkuStock tree = SkuStock.NONE;
    private LinearScan scan = new LinearScan(List.of());

    @Setup(Level.Iteration)
    public void fill() {
        List<Supply> supplies = IntStream.range(0, batches)
                .mapToObj(number ->
                        new Supply(number, "PO-%07d".formatted(number), null, number < batches / 2 ? 0 : UNITS))
                .toList();
        tree = SkuStock.of(supplies);
        scan = new LinearScan(supplies);
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public void tree(Blackhole decisions) {
        for (Demand demand : OPEN) {
            decisions.consume(tree.allocate(demand));
        }
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public void scan(Blackhole decisions) {
        for (Demand demand : OPEN) {
            decisions.consume(scan.allocate(demand));
        }
    }
}
