package nightfill.domain.words;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Dates as feeds write them: YYYY-MM-DD in ASCII digits, existing, of the years 2000 to 2199. */
public final class Dates {

    private static final String SHAPE = "dddd-dd-dd";

    private Dates() {}

    /** The date, or empty for any text that is not one. */
    public static Optional<LocalDate> parse(String text) {
        return hasShape(text)
                ? existing(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                : Optional.empty();
    }

    private static boolean hasShape(String text) {
        if (text.length() != SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char character = text.charAt(i);
            boolean fits = SHAPE.charAt(i) == '-' ? character == '-' : character >= '0' && character <= '9';
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Optional<LocalDate> existing(int year, int month, int day) {
        boolean exists = year >= 2000
                && year <= 2199
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
