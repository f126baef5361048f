package nightfill.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected are sums that Python's hashlib and integers give. */
final class HashTotalTest {

    @Test
    void of_no_rows_it_is_zero() {
        assertThat(new HashTotal()).hasToString("0");
    }

    @Test
    void of_a_row_it_is_the_first_60_bits_of_its_hash() {
        HashTotal total = new HashTotal();
        total.add(List.of("O1", "1", "Ünder, new", "2", "B-1", ""));

        assertThat(total).hasToString("739631068979532524");
    }

    @Test
    void of_many_rows_it_is_more_than_64_bits_hold() {
        HashTotal total = new HashTotal();
        IntStream.rangeClosed(1, 1000)
                .forEach(number -> total.add(List.of("O" + number, "1", "SOFA", Integer.toString(number))));

        assertThat(total).hasToString("580263038819464610822");
    }
}
