package nightfill.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nightfill.domain.watch.Pace;
import nightfill.domain.watch.Phase;
import org.jspecify.annotations.Nullable;

/** How far a step is: {@code take effect: 3 of 9, batches}, {@code 48 %, 145,152 rows, 232,615 a second, 41 s left}. */
public final class ProgressWords {

    private ProgressWords() {}

    /** The step, and which of its phases it is at. */
    public static String step(String step, @Nullable Phase phase) {
        return phase == null ? step : "%s, %s".formatted(numbered(step, phase), phase.name());
    }

    /** The same without the name of the phase. */
    public static String numbered(String step, @Nullable Phase phase) {
        return phase == null ? step : "%s: %d of %d".formatted(step, phase.number(), phase.of());
    }

    /** What is known of rows, rate and time; empty where nothing is. */
    public static String pace(Pace pace, @Nullable Duration remaining) {
        List<String> known = new ArrayList<>();
        if (pace.share() != null) {
            known.add("%.0f %%".formatted(100 * pace.share()));
        }
        if (pace.rows() > 0) {
            known.add(Numbers.count(pace.rows(), "row"));
        }
        Double rate = pace.rowsPerSecond();
        if (rate != null) {
            known.add(Numbers.grouped(Math.round(rate)) + " a second");
        }
        if (remaining != null) {
            known.add(Spans.text(remaining) + " left");
        }
        return String.join(", ", known);
    }
}
