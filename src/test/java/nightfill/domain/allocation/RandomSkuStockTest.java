package nightfill.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.domain.allocation.Decision.Allocated;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RandomSkuStockTest {

    private static final int BATCHES = 100_000;
    private static final int LINES = 1_000_000;

    @ParameterizedTest
    @MethodSource("draws")
    void decides_as_a_plain_scan_over_all_batches_does(int batches, long seed) {
        Random random = new Random(seed);
        List<Supply> supplies = supplies(batches, random);
        SkuStock stock = SkuStock.of(supplies);
        LinearScan scan = new LinearScan(supplies);
        for (int turn = 0; turn < 3 * batches + 10; turn++) {
            Demand demand = new Demand(turn, quantity(random));
            assertThat(stock.allocate(demand))
                    .as("seed %d, turn %d", seed, turn)
                    .isEqualTo(scan.allocate(demand));
        }
    }

    @ParameterizedTest
    @MethodSource("draws")
    void no_batch_ever_gives_more_than_it_has(int batches, long seed) {
        Random random = new Random(seed);
        List<Supply> supplies = supplies(batches, random);
        SkuStock stock = SkuStock.of(supplies);
        Map<Integer, Long> given = new HashMap<>();
        for (int turn = 0; turn < 3 * batches + 10; turn++) {
            if (stock.allocate(new Demand(turn, quantity(random))) instanceof Allocated allocated) {
                given.merge(allocated.batchId(), (long) allocated.demand().quantity(), Long::sum);
            }
        }
        assertThat(given)
                .as("seed %d", seed)
                .allSatisfy((batch, units) -> assertThat(units)
                        .isLessThanOrEqualTo(supplies.get(batch).available()));
    }

    /** A scan looks at 50 billion batches for this; a tree of maxima walks down 17 nodes a line. */
    @Test
    void a_million_lines_over_a_hundred_thousand_batches_of_one_sku_are_no_more_than_a_moment() {
        SkuStock stock = SkuStock.of(IntStream.range(0, BATCHES)
                .mapToObj(number -> new Supply(number, "PO-" + number, null, LINES / BATCHES))
                .toList());
        long allocated = IntStream.range(0, LINES)
                .filter(turn -> stock.allocate(new Demand(turn, 1)) instanceof Allocated)
                .count();
        assertThat(allocated).isEqualTo(LINES);
    }

    static Stream<Arguments> draws() {
        return IntStream.of(0, 1, 2, 3, 4, 5, 17, 1023, 1024, 1025)
                .boxed()
                .flatMap(batches -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(batches, seed)));
    }

    private static List<Supply> supplies(int batches, Random random) {
        return IntStream.range(0, batches)
                .mapToObj(number -> new Supply(number, reference(number, random), eta(random), available(random)))
                .toList();
    }

    /** Unique by its end; the first character decides the order. */
    private static String reference(int number, Random random) {
        return List.of("A", "a", "é", "\uFF5E", "\uD83D\uDE9A").get(random.nextInt(5)) + number;
    }

    private static @Nullable LocalDate eta(Random random) {
        return random.nextInt(3) == 0 ? null : LocalDate.of(2026, 11, 20).plusDays(random.nextInt(10));
    }

    private static long available(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> 0;
            case 3 -> Integer.MAX_VALUE;
            default -> random.nextInt(50);
        };
    }

    private static int quantity(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> Integer.MAX_VALUE;
            case 1, 2 -> Integer.MAX_VALUE - random.nextInt(60);
            case 3, 4, 5 -> 1 + random.nextInt(1 << 30);
            default -> 1 + random.nextInt(60);
        };
    }
}
