package nightfill.domain.feed;

import java.util.List;

/** What holds for every field of a CSV file, whatever its column. */
public final class Fields {

    private static final int NONE = -1;

    private Fields() {}

    /** The text without leading and trailing U+0020 and U+0009, and nothing else. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(text.charAt(end - 1))) {
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

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }
}
