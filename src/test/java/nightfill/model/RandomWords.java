package nightfill.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Identifiers and quantities that tempt a program to get them wrong. */
final class RandomWords {

    /** The fullwidth letters come before the mathematical ones by code point, after them by UTF-16 unit. */
    private static final List<String> WORDS = List.of(
            "a",
            "A",
            "b",
            "B",
            "\u00e9",
            "e\u0301",
            "\uff21",
            "\uff41",
            "\ud835\udc00",
            "\ud83d\ude00",
            "10",
            "9",
            "09",
            "a b",
            "a-b",
            "a,b",
            "a\"b",
            "'a",
            "\\N",
            "\\.",
            "a\\tb",
            "NULL",
            "null",
            "a\u00a0b",
            "\u06cc\u200c\u06a9",
            "\u00df",
            "#a",
            "a;b",
            longest(3),
            longest(7));

    private final Random random;

    /** As many bytes as an identifier may have, and hard to compress. */
    static String longest(int seed) {
        return IntStream.range(0, 255)
                .map(i -> 0x20000 + i * i * seed * 131 % 40000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    RandomWords(Random random) {
        this.random = random;
    }

    List<String> distinct(int count) {
        List<String> shuffled = new ArrayList<>(WORDS);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count);
    }

    int lineQuantity() {
        return random.nextInt(25) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(7);
    }

    int batchQuantity() {
        return random.nextInt(25) == 0 ? Integer.MAX_VALUE : random.nextInt(random.nextInt(3) == 0 ? 6 : 24);
    }
}
