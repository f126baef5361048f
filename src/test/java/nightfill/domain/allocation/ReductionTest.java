package nightfill.domain.allocation;

import static nightfill.domain.allocation.Lines.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReductionTest {

    @ParameterizedTest
    @CsvSource({"10,10", "10,9", "0,0", "2147483647,0"})
    void a_batch_that_holds_its_lines_gives_up_none(long purchased, long allocated) {
        Reduction reduction = new Reduction(purchased, allocated);
        assertThat(reduction.releases(line(1, 1).line())).isFalse();
    }

    @Test
    void lines_go_one_by_one_until_the_rest_fits() {
        Reduction reduction = new Reduction(10, 15);
        assertThat(reduction.releases(line(3, 2).line())).isTrue();
        assertThat(reduction.releases(line(2, 2).line())).isTrue();
        assertThat(reduction.releases(line(1, 7).line())).isTrue();
        assertThat(reduction.releases(line(0, 1).line())).isFalse();
    }

    @Test
    void a_line_that_makes_it_fit_exactly_is_the_last_to_go() {
        Reduction reduction = new Reduction(10, 15);
        assertThat(reduction.releases(line(2, 5).line())).isTrue();
        assertThat(reduction.releases(line(1, 1).line())).isFalse();
    }

    @Test
    void more_units_than_an_int_holds_are_counted() {
        Reduction reduction = new Reduction(Integer.MAX_VALUE, 3L * Integer.MAX_VALUE);
        assertThat(reduction.releases(line(3, Integer.MAX_VALUE).line())).isTrue();
        assertThat(reduction.releases(line(2, Integer.MAX_VALUE).line())).isTrue();
        assertThat(reduction.releases(line(1, Integer.MAX_VALUE).line())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_stays_fits_and_not_one_line_more_would(long seed) {
        Random random = new Random(seed);
        List<Integer> newestFirst = random.ints(50, 1, 100).boxed().toList();
        long allocated = newestFirst.stream().mapToLong(Integer::longValue).sum();
        long purchased = random.nextLong(allocated);
        Reduction reduction = new Reduction(purchased, allocated);
        long released = LongStream.range(0, newestFirst.size())
                .filter(turn -> reduction.releases(
                        line(turn, newestFirst.get((int) turn)).line()))
                .map(turn -> newestFirst.get((int) turn))
                .sum();
        int lines = firstThatFit(newestFirst, allocated - purchased);
        assertThat(released)
                .as("seed %d", seed)
                .isEqualTo(newestFirst.stream()
                        .limit(lines)
                        .mapToLong(Integer::longValue)
                        .sum());
    }

    private static int firstThatFit(List<Integer> newestFirst, long excess) {
        int lines = 0;
        for (long units = 0; units < excess; lines++) {
            units += newestFirst.get(lines);
        }
        return lines;
    }
}
