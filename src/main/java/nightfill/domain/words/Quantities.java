package nightfill.domain.words;

import java.util.OptionalInt;

/** Quantities as feeds write them: ASCII digits, leading zeros allowed, up to 2147483647. */
public final class Quantities {

    private Quantities() {}

    /** The quantity, or empty for any text that is not one. */
    public static OptionalInt parse(String text) {
        long quantity = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalInt.empty();
            }
            quantity = Math.min(10 * quantity + digit, Integer.MAX_VALUE + 1L);
        }
        return text.isEmpty() || quantity > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) quantity);
    }
}
