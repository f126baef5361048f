package nightfill.application.run;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import nightfill.domain.access.Actor;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Pace;
import nightfill.domain.watch.Phase;
import org.jspecify.annotations.Nullable;

/** What the scheduler and the operators set going. */
public interface Executions {

    /** The newest first, of one date or of all. */
    List<Execution> list(Optional<LocalDate> date, int most);

    /** Asks the execution that is under way to stop at its next commit; nothing if none is, or not the one named. */
    Optional<Execution> requestStop(Optional<Long> id);

    /**
     * One attempt at a run.
     *
     * @param startedBy who asked for it, where that is on record
     */
    record Execution(
            long id,
            WorkedRun run,
            String status,
            Period period,
            Reached reached,
            @Nullable Actor startedBy) {}

    /**
     * The run that was worked on.
     *
     * @param runState what has become of it
     * @param afterRestore whether it was run again after a restore
     */
    record WorkedRun(long runId, RunName name, String runState, boolean afterRestore) {}

    /**
     * From when to when, as far as it is known, in the zone of whoever reads it.
     *
     * @param took how long, also where clocks were put back meanwhile
     */
    record Period(
            @Nullable OffsetDateTime started,
            @Nullable OffsetDateTime ended,
            @Nullable Duration took) {}

    /**
     * How far it came.
     *
     * @param step the step that is or was under way last
     * @param message why it ended, one line
     * @param phase of the step that it is or was at; null where it has none
     * @param pace of the step; null where none is under way
     */
    record Reached(
            @Nullable String step,
            @Nullable String message,
            @Nullable Phase phase,
            @Nullable Pace pace) {}
}
