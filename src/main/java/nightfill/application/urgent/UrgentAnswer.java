package nightfill.application.urgent;

import java.time.LocalDate;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.night.LineState;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** What became of a line that was to be allocated at once. */
public sealed interface UrgentAnswer {

    /**
     * The line has its batch.
     *
     * @param eta as it is known now; none when the goods are in the warehouse
     * @param anew whether it was allocated just now, rather than before
     */
    record Promised(String batchReference, @Nullable LocalDate eta, boolean anew) implements UrgentAnswer {}

    /** The line has no batch; nothing is stored. */
    record OutOfStock(ShortageReason reason) implements UrgentAnswer {}

    /** The line was cancelled, or has left without a batch. */
    record Closed(LineState how) implements UrgentAnswer {}

    /** Until the run is finished or undone, nothing is allocated at once. */
    record NightUnfinished(Run run) implements UrgentAnswer {}

    /** The client has asked for another line under the same key. */
    record KeyTaken() implements UrgentAnswer {}
}
