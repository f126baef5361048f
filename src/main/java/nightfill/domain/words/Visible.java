package nightfill.domain.words;

/** Makes any text safe to show on one line: the control character n appears as U+2400+n. */
public final class Visible {

    static final int BRIEF = 60;
    private static final int PICTURES = 0x2400;

    private Visible() {}

    /** The whole text. */
    public static String text(String text) {
        if (text.chars().noneMatch(Identifiers::isControl)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        text.chars().map(Visible::picture).forEach(character -> visible.append((char) character));
        return visible.toString();
    }

    /**
     * The whole text for people, with all that would hide in it or turn it round: of format characters and of other ends of
     * lines appears the number, such as ‹U+202E›; but for U+200C and U+200D, which belong to the spelling of languages.
     */
    public static String shown(String text) {
        return unhidden(text(text));
    }

    /** The same, of a text that may have several lines, and tabs in them. */
    public static String unhidden(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> shown.append(
                        isHidden(point) ? "‹U+%04X›".formatted(point) : Character.toString(inLines(point))));
        return shown.toString();
    }

    private static int inLines(int point) {
        return point == '\n' || point == '\t' ? point : picture(point);
    }

    private static boolean isHidden(int point) {
        return FormatCharacters.isUnwelcome(point) || point == 0x2028 || point == 0x2029;
    }

    /** The text, cut after 60 code points. */
    public static String brief(String text) {
        // looks at no more than it may show: a field can hold a megabyte
        String head = text.substring(0, Math.min(text.length(), 2 * BRIEF + 2));
        return head.codePointCount(0, head.length()) <= BRIEF
                ? text(head)
                : text(head.substring(0, head.offsetByCodePoints(0, BRIEF))) + "…";
    }

    private static int picture(int character) {
        return Identifiers.isControl(character) ? PICTURES + character : character;
    }
}
