package nightfill.application.publish;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nightfill.domain.run.Run;

/** What was published where, and what is owed. */
public interface Publications {

    /** Notes that runs are owed to a directory as soon as they are finished; doing so again changes nothing. */
    void owe(Path directory, Collection<Run> runs);

    /** Notes that runs are in a directory. */
    void published(Path directory, Collection<Run> runs);

    /** Ids of the runs that are noted as being in a directory. */
    Set<Long> published(Path directory);

    /** Directories to which a finished run is owed, in order. */
    List<Path> owed();

    /** Forgets all about a directory. */
    void forget(Path directory);
}
