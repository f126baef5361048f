package nightfill.domain.words;

import java.util.regex.Pattern;

/** What spreadsheets make of long numbers: {@code 4.00638E+12}, with the decimal mark of the country. */
public final class Shortened {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+([.,][0-9]+)?[Ee]\\+[0-9]+");

    private Shortened() {}

    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
