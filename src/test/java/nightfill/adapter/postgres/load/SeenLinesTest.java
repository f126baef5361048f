package nightfill.adapter.postgres.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.domain.allocation.OrderLine;
import org.junit.jupiter.api.Test;

class SeenLinesTest {

    private static final int ROWS = 100_000;

    private final SeenLines seen = new SeenLines(ROWS * 16);

    @Test
    void whatever_came_before_is_seen() {
        lines(0).forEach(seen::meets);

        assertThat(lines(0)).allMatch(seen::meets);
    }

    /** 12 bits a row and 6 of them set leave about 3 in a thousand; blocks cost some of that. */
    @Test
    void hardly_one_line_in_a_hundred_is_taken_for_another() {
        assertThat(lines(0).filter(seen::meets)).hasSizeLessThan(ROWS / 100);
        assertThat(lines(ROWS).limit(ROWS / 10).filter(seen::meets)).hasSizeLessThan(ROWS / 1000);
    }

    @Test
    void any_difference_makes_another_line() {
        seen.meets(new OrderLine("1", "2", "SOFA", 3));

        assertThat(seen.meets(new OrderLine("2", "2", "SOFA", 3))).isFalse();
        assertThat(seen.meets(new OrderLine("1", "1", "SOFA", 3))).isFalse();
        assertThat(seen.meets(new OrderLine("1", "2", "CHAIR", 3))).isFalse();
        assertThat(seen.meets(new OrderLine("1", "2", "SOFA", 4))).isFalse();
        assertThat(seen.meets(new OrderLine("2", "1", "SOFA", 3))).isFalse();
    }

    @Test
    void a_line_number_of_an_order_is_seen_whatever_else_the_line_says() {
        assertThat(seen.meetsNumber(new OrderLine("1", "2", "SOFA", 3))).isFalse();

        assertThat(seen.meetsNumber(new OrderLine("1", "2", "CHAIR", 4))).isTrue();
        assertThat(seen.meetsNumber(new OrderLine("2", "2", "SOFA", 3))).isFalse();
        assertThat(seen.meetsNumber(new OrderLine("1", "1", "SOFA", 3))).isFalse();
    }

    @Test
    void a_line_without_a_number_has_none_that_is_seen() {
        seen.meetsNumber(new OrderLine("1", "", "SOFA", 3));

        assertThat(seen.meetsNumber(new OrderLine("1", "", "SOFA", 4))).isFalse();
    }

    @Test
    void a_feed_of_any_size_has_its_lines_seen() {
        for (long bytes : new long[] {0, 1, 1_000, 1L << 40}) {
            SeenLines of = new SeenLines(bytes);
            assertThat(lines(0).limit(100).filter(of::meets)).isEmpty();
            assertThat(lines(0).limit(100)).allMatch(of::meets);
        }
    }

    private static Stream<OrderLine> lines(int from) {
        return IntStream.range(from, from + ROWS)
                .mapToObj(number -> new OrderLine("O-" + number / 3, "" + number % 3, "SKU-" + number % 977, 1));
    }
}
