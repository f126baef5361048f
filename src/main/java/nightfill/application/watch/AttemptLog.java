package nightfill.application.watch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was logged while an attempt was made, by all processes of this home: a line does not say by which. */
public interface AttemptLog {

    /** How many lines are shown at most. */
    int MOST = 200;

    /** Where it lies, if it was written on this host. */
    Path directory();

    /** The last lines from a moment to another; nothing where the log cannot be read. */
    Optional<Lines> between(Instant from, Instant to);

    /**
     * Lines as they were written, oldest first.
     *
     * @param cut whether there may be earlier ones
     */
    record Lines(List<String> lines, boolean cut) {}
}
