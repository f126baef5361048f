package nightfill.view;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Numbers as people read them, alike in every language: {@code 1,234}, {@code +12}, {@code 84.0%}. */
public final class Numbers {

    private static final char MINUS = '\u2212';

    private Numbers() {}

    /** Of a value in a template. */
    public static String text(Object value) {
        return value instanceof Long number ? grouped(number) : value.toString();
    }

    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace('-', MINUS);
    }

    /** A control total's number, which is a text; one too long for a quantity is a hash, and stays as it is compared. */
    public static String figure(String number) {
        return number.matches("-?[0-9]{1,15}") ? grouped(Long.parseLong(number)) : number;
    }

    public static String change(OptionalLong change) {
        return change.isEmpty() ? "" : signed(change.getAsLong(), grouped(Math.abs(change.getAsLong())));
    }

    /** {@code +1 line}. */
    public static String change(OptionalLong change, String one) {
        return change.isEmpty() ? "" : signed(change.getAsLong(), count(Math.abs(change.getAsLong()), one));
    }

    public static String percent(OptionalInt tenths) {
        return tenths.isEmpty() ? "\u2013" : tenths(tenths.getAsInt()) + "%";
    }

    /** In percentage points. */
    public static String change(OptionalInt tenths, OptionalInt before) {
        if (tenths.isEmpty() || before.isEmpty()) {
            return "";
        }
        int change = tenths.getAsInt() - before.getAsInt();
        return signed(change, tenths(Math.abs(change))) + " points";
    }

    /** {@code 1 line}, {@code 2 lines}. */
    public static String count(long number, String one) {
        return grouped(number) + " " + noun(number, one);
    }

    public static String noun(long number, String one) {
        return number == 1 ? one : one + "s";
    }

    private static String tenths(int tenths) {
        return tenths / 10 + "." + tenths % 10;
    }

    private static String signed(long change, String size) {
        String sign = change > 0 ? "+" : change < 0 ? String.valueOf(MINUS) : "\u00b1";
        return sign + size;
    }
}
