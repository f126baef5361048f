package nightfill.application.look;

import java.util.Map;
import java.util.Optional;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/** What is on record of a run and its files. */
public interface RunFiles {

    /** Of several runs that were given its number, the one that counts or did so last. */
    Optional<Recorded> of(RunName name);

    /**
     * A run.
     *
     * @param manifestSha256 of a finished one; null of any other
     * @param reports the SHA-256 of each CSV report, by file name
     */
    record Recorded(
            long id,
            RunName name,
            Run.State state,
            @Nullable String manifestSha256,
            Map<String, String> reports) {}
}
