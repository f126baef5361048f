package nightfill.domain.words;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * When identifiers look alike to people: equal but for compatibility composition (NFKC), case, kinds of dashes, and what
 * cannot be seen, white space included.
 */
public final class Likeness {

    /** How many code points of a difference are named. */
    private static final int NAMED = 3;

    private Likeness() {}

    /** Equal for texts that look alike. */
    public static String key(String text) {
        String cased = compose(compose(seen(text)).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        StringBuilder key = new StringBuilder(cased.length());
        seen(cased).codePoints().map(Likeness::plainDash).forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Says in which code points a text differs from another one, by number and name. */
    public static String difference(String text, String other) {
        int[] points = text.codePoints().toArray();
        int[] others = other.codePoints().toArray();
        int same = Math.max(0, Arrays.mismatch(points, others));
        int end = commonEnd(points, others, same);
        int[] own = Arrays.copyOfRange(points, same, points.length - end);
        int[] theirs = Arrays.copyOfRange(others, same, others.length - end);
        if (own.length == 0) {
            return "it lacks %s behind character %d".formatted(names(theirs), same);
        }
        String has = "character %d is %s".formatted(same + 1, names(own));
        return theirs.length == 0 ? has + ", which that has not" : has + ", in that " + names(theirs);
    }

    private static int commonEnd(int[] points, int[] others, int same) {
        int end = 0;
        while (end < Math.min(points.length, others.length) - same
                && points[points.length - 1 - end] == others[others.length - 1 - end]) {
            end++;
        }
        return end;
    }

    private static String names(int[] points) {
        String first = Arrays.stream(points)
                .limit(NAMED)
                .mapToObj(point -> "U+%04X %s".formatted(point, name(point)))
                .collect(Collectors.joining(" + "));
        return points.length > NAMED ? first + " …" : first;
    }

    /** Younger than this Java, or none at all. */
    private static String name(int point) {
        return Objects.requireNonNullElse(Character.getName(point), "(no name)");
    }

    private static String compose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String seen(String text) {
        if (text.codePoints().noneMatch(Likeness::isInvisible)) {
            return text;
        }
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().filter(point -> !isInvisible(point)).forEach(seen::appendCodePoint);
        return seen.toString();
    }

    /** White space, format characters, and what else Unicode lets nobody see (Default_Ignorable_Code_Point). */
    private static boolean isInvisible(int point) {
        return Character.isSpaceChar(point)
                || Character.isWhitespace(point)
                || FormatCharacters.isFormat(point)
                || point == 0x034F
                || point == 0x115F
                || point == 0x1160
                || point == 0x17B4
                || point == 0x17B5
                || (point >= 0x180B && point <= 0x180F)
                || point == 0x3164
                || (point >= 0xFE00 && point <= 0xFE0F)
                || point == 0xFFA0
                || (point >= 0xE0000 && point <= 0xE0FFF);
    }

    private static int plainDash(int point) {
        return Character.getType(point) == Character.DASH_PUNCTUATION || point == 0x2212 ? '-' : point;
    }
}
