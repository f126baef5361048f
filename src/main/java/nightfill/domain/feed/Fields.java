package nightfill.domain.feed;

import java.util.List;
import java.util.function.IntPredicate;
import nightfill.domain.words.Rules;

/** What holds for every field of a CSV file, whatever its column. */
public final class Fields {

    private static final int NONE = -1;

    private Fields() {}

    /** The text without leading and trailing white space: what Unicode calls so, or by the first rules U+0020 and U+0009. */
    public static String trim(String text, Rules rules) {
        IntPredicate blank = rules.have(Rules.TWO) ? Fields::isWhiteSpace : Fields::isSpaceOrTab;
        int start = 0;
        int end = text.length();
        while (start < end && blank.test(text.charAt(start))) {
            start++;
        }
        while (start < end && blank.test(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether a NUL is in any field, also in those that nobody reads. */
    public static boolean holdNul(List<String> fields) {
        return placeOfNul(fields) != NONE;
    }

    static int placeOfNul(List<String> fields) {
        for (int place = 0; place < fields.size(); place++) {
            if (fields.get(place).indexOf('\0') >= 0) {
                return place;
            }
        }
        return NONE;
    }

    /** Whether all fields of a record are empty but for white space, so that it counts as an empty line. */
    public static boolean areBlank(List<String> fields) {
        return fields.stream().allMatch(field -> trim(field, Rules.TWO).isEmpty());
    }

    private static boolean isSpaceOrTab(int character) {
        return character == ' ' || character == '\t';
    }

    /** The property White_Space of PropList.txt (Unicode 16); all of them are single characters. */
    public static boolean isWhiteSpace(int character) {
        return Character.isSpaceChar(character) || (character >= '\t' && character <= '\r') || character == 0x85;
    }
}
