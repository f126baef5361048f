package nightfill.application.act;

import java.nio.file.Path;
import java.util.Optional;
import nightfill.application.publish.Delivery;

/** What a process of its own is to carry out: a command as the command line has it. */
public sealed interface Order {

    /** Runs nights, or takes them up. */
    record Run(Delivery delivery) implements Order {}

    /** Stops what is under way. */
    record Stop(long execution) implements Order {}

    /**
     * Undoes an unfinished run.
     *
     * @param execution of it; nothing where it had none yet
     */
    record Abandon(Optional<Long> execution, Path output) implements Order {}

    /** Adds every finished run to a directory that lacks it. */
    record Publish(Path directory, Path output) implements Order {}
}
