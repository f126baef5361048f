package nightfill.domain.allocation;

import static nightfill.domain.allocation.Lines.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomBatchTest {

    private static final int DISPATCHED_BEFORE = 3;

    private final Batch batch = new Batch("PO-1", "CHAIR", 30, null, DISPATCHED_BEFORE);
    private final Set<OpenLine> held = new HashSet<>();
    private final Set<OpenLine> left = new HashSet<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void never_gives_more_than_is_available_and_loses_no_unit(long seed) {
        Random random = new Random(seed);
        for (int step = 1; step <= 2000; step++) {
            act(random);
            String what = "seed %d step %d".formatted(seed, step);
            assertThat(batch.lines()).as(what).containsExactlyInAnyOrderElementsOf(held);
            assertThat(batch.allocatedQuantity()).as(what).isEqualTo(units(held));
            assertThat(batch.dispatchedQuantity()).as(what).isEqualTo(DISPATCHED_BEFORE + units(left));
            assertThat(batch.availableQuantity())
                    .as(what)
                    .isNotNegative()
                    .isEqualTo(batch.purchasedQuantity() - batch.allocatedQuantity() - batch.dispatchedQuantity());
        }
    }

    private void act(Random random) {
        int turn = random.nextInt(40);
        OpenLine line = line(turn, 1 + turn % 9);
        switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> allocate(line);
            case 4, 5 -> assertThat(batch.deallocate(line)).isEqualTo(held.remove(line));
            case 6 -> dispatch(line);
            default -> change((int) batch.dispatchedQuantity() + random.nextInt(50));
        }
    }

    private void allocate(OpenLine line) {
        boolean here = held.contains(line) || left.contains(line);
        boolean fits = line.line().quantity() <= batch.availableQuantity();
        assertThat(batch.allocate(line)).isEqualTo(here || fits);
        if (!here && fits) {
            held.add(line);
        }
    }

    private void dispatch(OpenLine line) {
        assertThat(batch.dispatch(line)).isEqualTo(held.contains(line));
        if (held.remove(line)) {
            left.add(line);
        }
    }

    private void change(int quantity) {
        batch.change(quantity, null);
        batch.excess().forEach(line -> {
            assertThat(batch.availableQuantity()).isNegative();
            assertThat(batch.deallocate(line)).isTrue();
            held.remove(line);
        });
    }

    private static long units(Set<OpenLine> lines) {
        return lines.stream().mapToLong(line -> line.line().quantity()).sum();
    }
}
