package nightfill.domain.words;

import java.util.Comparator;

/**
 * Orders texts by code point, as UTF-8 bytes do; {@link String#compareTo} goes by UTF-16 units, which differs above
 * U+FFFF.
 */
public enum CodePointOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        int mismatch = firstMismatch(left, right);
        if (mismatch == Math.min(left.length(), right.length())) {
            return Integer.compare(left.length(), right.length());
        }
        return Integer.compare(weight(left.charAt(mismatch)), weight(right.charAt(mismatch)));
    }

    private static int firstMismatch(String left, String right) {
        int common = Math.min(left.length(), right.length());
        int index = 0;
        while (index < common && left.charAt(index) == right.charAt(index)) {
            index++;
        }
        return index;
    }

    /** A surrogate stands for a code point above every other character of the basic plane. */
    private static int weight(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }
}
