package nightfill.domain.words;

/** The invisible format characters of Unicode 16, general category Cf: the same ones whatever Java this runs on. */
public final class FormatCharacters {

    private static final int[][] RANGES = {
        {0xAD, 0xAD},
        {0x600, 0x605},
        {0x61C, 0x61C},
        {0x6DD, 0x6DD},
        {0x70F, 0x70F},
        {0x890, 0x891},
        {0x8E2, 0x8E2},
        {0x180E, 0x180E},
        {0x200B, 0x200F},
        {0x202A, 0x202E},
        {0x2060, 0x2064},
        {0x2066, 0x206F},
        {0xFEFF, 0xFEFF},
        {0xFFF9, 0xFFFB},
        {0x110BD, 0x110BD},
        {0x110CD, 0x110CD},
        {0x13430, 0x1343F},
        {0x1BCA0, 0x1BCA3},
        {0x1D173, 0x1D17A},
        {0xE0001, 0xE0001},
        {0xE0020, 0xE007F}
    };

    private FormatCharacters() {}

    /** Whether it hides in an identifier and is none of those that belong to the spelling of languages. */
    public static boolean isUnwelcome(int point) {
        return point >= 0xAD && !isJoiner(point) && isFormat(point);
    }

    /** U+200C and U+200D, which belong to the spelling of languages. */
    static boolean isJoiner(int point) {
        return point == 0x200C || point == 0x200D;
    }

    /** Whether it is one of them. */
    static boolean isFormat(int point) {
        for (int[] range : RANGES) {
            if (point >= range[0] && point <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
