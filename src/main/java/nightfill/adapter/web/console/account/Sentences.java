package nightfill.adapter.web.console.account;

import java.util.Locale;

/** Words at the beginning of a line. */
final class Sentences {

    private Sentences() {}

    /** With a capital. */
    static String begun(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
