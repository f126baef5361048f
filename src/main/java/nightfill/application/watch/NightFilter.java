package nightfill.application.watch;

import java.time.LocalDate;
import nightfill.domain.watch.NightStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which nights to show.
 *
 * @param status null for all
 * @param from the first date; null for no limit
 * @param to the last date; null for no limit
 * @param text that the reason of the last attempt has, whatever its case; empty for all
 */
public record NightFilter(
        @Nullable NightStatus status,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String text) {

    /** All nights. */
    public static final NightFilter ALL = new NightFilter(null, null, null, "");

    /** Whether dates are left out between those that are shown. */
    boolean isSelective() {
        return status != null || !text.isEmpty();
    }
}
