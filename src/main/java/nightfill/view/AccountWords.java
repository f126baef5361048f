package nightfill.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What may be said of an account. */
public final class AccountWords {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private AccountWords() {}

    /**
     * Whether somebody can log in to it.
     *
     * @param invitedUntil null where the person has chosen keys
     */
    public static String state(boolean enabled, @Nullable Instant invitedUntil, ZoneId zone) {
        if (!enabled) {
            return "disabled";
        }
        return invitedUntil == null ? "active" : "invited until " + DAY_AND_TIME.format(invitedUntil.atZone(zone));
    }
}
