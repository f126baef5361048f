package nightfill.adapter.web.console.look;

import java.time.LocalDate;
import nightfill.domain.words.Eta;
import org.jspecify.annotations.Nullable;

/** When goods come, in words. */
final class When {

    private When() {}

    /** {@code 2026-12-01} or {@code unknown}, or that they are there. */
    static String text(@Nullable LocalDate eta) {
        return eta == null ? "in the warehouse" : Eta.text(eta);
    }

    private static String atSea(LocalDate eta) {
        return Eta.isUnknown(eta) ? "is at sea without a date" : "comes on " + eta;
    }

    /** As the end of a sentence about a batch. */
    static String clause(@Nullable LocalDate eta) {
        return eta == null ? "is in the warehouse" : atSea(eta);
    }
}
