package nightfill.domain.words;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When goods come, as feeds and reports write it: a date, or for those at sea without one {@code unknown}. */
public final class Eta {

    /** Later than any date, and therefore preferred behind all of them. */
    public static final LocalDate UNKNOWN = LocalDate.MAX;

    private static final String WORD = "unknown";

    /** Of its letters alone, and not of others that some language takes for the same. */
    private static final Pattern UNKNOWN_IN_FEEDS = Pattern.compile(WORD, Pattern.CASE_INSENSITIVE);

    private Eta() {}

    /** The date, the unknown one by rules that have it, or empty for any other text. */
    public static Optional<LocalDate> parse(String text, Rules rules) {
        return rules.have(Rules.TWO) && UNKNOWN_IN_FEEDS.matcher(text).matches()
                ? Optional.of(UNKNOWN)
                : Dates.parse(text);
    }

    public static boolean isUnknown(@Nullable LocalDate eta) {
        return UNKNOWN.equals(eta);
    }

    public static String text(LocalDate eta) {
        return isUnknown(eta) ? WORD : eta.toString();
    }

    /** The same, and empty for goods in the warehouse. */
    public static String orEmpty(@Nullable LocalDate eta) {
        return eta == null ? "" : text(eta);
    }
}
