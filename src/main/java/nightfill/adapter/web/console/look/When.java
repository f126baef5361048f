package nightfill.adapter.web.console.look;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When goods come, in words. */
final class When {

    private When() {}

    /** {@code 2026-12-01}, or that they are there. */
    static String text(@Nullable LocalDate eta) {
        return eta == null ? "in the warehouse" : eta.toString();
    }

    /** As the end of a sentence about a batch. */
    static String clause(@Nullable LocalDate eta) {
        return eta == null ? "is in the warehouse" : "comes on " + eta;
    }
}
