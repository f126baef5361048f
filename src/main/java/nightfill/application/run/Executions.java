package nightfill.application.run;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
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
     * @param runState what has become of the run
     * @param afterRestore whether the run was run again after a restore
     * @param step the step that is or was under way last
     * @param message why it ended, one line
     */
    record Execution(
            long id,
            long runId,
            LocalDate date,
            int number,
            String runState,
            boolean afterRestore,
            String status,
            @Nullable LocalDateTime started,
            @Nullable LocalDateTime ended,
            @Nullable String step,
            @Nullable String message) {}
}
