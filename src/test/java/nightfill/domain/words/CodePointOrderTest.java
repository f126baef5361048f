package nightfill.domain.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodePointOrderTest {

    private static final CodePointOrder ORDER = CodePointOrder.INSTANCE;

    /** At and around every place where UTF-16 units and code points go different ways. */
    private static final List<String> CHARACTERS = List.of(
            "0",
            "9",
            "A",
            "Z",
            "a",
            "z",
            "é",
            "\uD7FF",
            "\uE000",
            "\uFF5E",
            "\uFFFF",
            "\uD800\uDC00",
            "\uD83D\uDE9A",
            "\uD83D\uDE9B",
            "\uDBFF\uDFFF");

    @ParameterizedTest
    @CsvSource({"'',a", "a,b", "Z,a", "a,aa", "a10,a9", "ab,b", "a,é", "z,é"})
    void goes_by_the_first_difference_and_the_shorter_first(String smaller, String larger) {
        assertThat(ORDER.compare(smaller, larger)).isNegative();
        assertThat(ORDER.compare(larger, smaller)).isPositive();
    }

    @Test
    void equal_texts_are_equal() {
        assertThat(ORDER.compare("", "")).isZero();
        assertThat(ORDER.compare("\uD83D\uDE9A1", "\uD83D\uDE9A1")).isZero();
    }

    @Test
    void characters_above_the_basic_plane_come_after_all_of_it() {
        assertThat(ORDER.compare("\uFF5E", "\uD83D\uDE9A")).isNegative();
        assertThat(ORDER.compare("\uD83D\uDE9A", "\uFF5E")).isPositive();
        assertThat(ORDER.compare("\uE000", "\uD800\uDC00")).isNegative();
    }

    @Test
    void two_such_characters_go_by_their_code_points() {
        assertThat(ORDER.compare("x\uD83D\uDE9A", "x\uD83D\uDE9B")).isNegative();
        assertThat(ORDER.compare("x\uD83D\uDE9B", "x\uD83D\uDE9A")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void is_the_order_of_the_utf_8_bytes(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            String left = text(random);
            String right = text(random);
            assertThat(Integer.signum(ORDER.compare(left, right)))
                    .as("seed %d: %s and %s", seed, left, right)
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8))));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            text.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
        }
        return text.toString();
    }
}
