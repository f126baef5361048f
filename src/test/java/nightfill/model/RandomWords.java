package nightfill.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

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
            "\u00a0",
            "\u00df",
            "#a",
            "a;b",
            "\ud83d\ude00".repeat(255));

    private final Random random;

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
