package nightfill.domain.words;

import java.util.function.IntPredicate;

/** What every identifier (order id, line number, SKU, batch reference) must look like. */
public final class Identifiers {

    public static final int MAX_CODE_POINTS = 255;

    private static final String SIGNS = "=+-@";
    private static final String WIDE_SIGNS = "\uFF1D\uFF0B\uFF0D\uFF20";

    private Identifiers() {}

    /**
     * Whether a text can be one that is known, by whatever rules it came: 1 to 255 code points, free of control characters,
     * of halves of characters and of a formula's first character.
     */
    public static boolean isIdentifier(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
                && !beginsWithSign(text)
                && !any(text, Identifiers::isControl)
                && !any(text, Identifiers::isHalf);
    }

    /** Whether a feed may bring it; by the second rules also nothing invisible is in it, and it is not invisible itself. */
    public static boolean isIdentifier(String text, Rules rules) {
        return isIdentifier(text)
                && (!rules.have(Rules.TWO)
                        || !(isInvisible(text)
                                || beginsWithSign(withoutJoiners(text))
                                || beginsWithWideSign(withoutJoiners(text))
                                || any(text, FormatCharacters::isUnwelcome)));
    }

    private static boolean any(String text, IntPredicate codePoint) {
        for (int index = 0; index < text.length(); index = text.offsetByCodePoints(index, 1)) {
            if (codePoint.test(text.codePointAt(index))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a character is one of U+0000 to U+001F and U+007F to U+009F. */
    public static boolean isControl(int character) {
        return character < 0x20 || (character >= 0x7F && character <= 0x9F);
    }

    /** Whether it is one half of a character, which no file of text can hold. */
    static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    /** Whether a spreadsheet would take the text for a formula. */
    public static boolean beginsWithSign(String text) {
        return !text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0;
    }

    /** Whether it begins with a full-width form of what formulas begin with. */
    public static boolean beginsWithWideSign(String text) {
        return !text.isEmpty() && WIDE_SIGNS.indexOf(text.charAt(0)) >= 0;
    }

    /** Whether there is nothing to see of a text that is not empty. */
    public static boolean isInvisible(String text) {
        return !text.isEmpty() && withoutJoiners(text).isEmpty();
    }

    /** The text from its first character on that is neither U+200C nor U+200D. */
    public static String withoutJoiners(String text) {
        int start = 0;
        while (start < text.length() && FormatCharacters.isJoiner(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }
}
