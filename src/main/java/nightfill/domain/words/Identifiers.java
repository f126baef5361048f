package nightfill.domain.words;

/** What every identifier (order id, line number, SKU, batch reference) must look like. */
public final class Identifiers {

    public static final int MAX_CODE_POINTS = 255;

    private Identifiers() {}

    /** Whether a text of 1 to 255 code points is free of control characters and of a formula's first character. */
    public static boolean isIdentifier(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
                && "=+-@".indexOf(text.charAt(0)) < 0
                && text.chars().noneMatch(Identifiers::isControl);
    }

    /** Whether a character is one of U+0000 to U+001F and U+007F to U+009F. */
    public static boolean isControl(int character) {
        return character < 0x20 || (character >= 0x7F && character <= 0x9F);
    }
}
