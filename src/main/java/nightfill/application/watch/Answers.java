package nightfill.application.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Knows what people have said about troubles. */
public interface Answers {

    /**
     * The dates about which somebody has signed a note since a moment.
     *
     * @param troubles dates, and since when each of them is in trouble
     */
    Set<LocalDate> answered(Map<LocalDate, Instant> troubles);
}
