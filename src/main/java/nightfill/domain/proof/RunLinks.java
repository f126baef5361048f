package nightfill.domain.proof;

import java.util.Map;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/**
 * What a run's summary says of itself and of the runs before it.
 *
 * @param previous the run on whose state this one builds; none in the first night
 * @param replaces the run that this one corrects
 * @param reports SHA-256 by file name
 */
public record RunLinks(
        RunName run, @Nullable Reference previous, @Nullable Reference replaces, Map<String, String> reports) {

    /** Another run, by its directory and the hash of its manifest. */
    public record Reference(String directory, String manifestSha256) {}
}
