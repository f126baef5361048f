package nightfill.application.sync;

import java.nio.file.Path;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/**
 * What the sync manifest says besides, and where it goes.
 *
 * @param file in place of the chain that the home keeps for each destination; null for the chain
 * @param run the last that is published; null for a plain sync
 */
public record SyncRecord(@Nullable Path file, @Nullable RunName run) {

    /** A plain sync, recorded in the chain. */
    public static final SyncRecord CHAINED = new SyncRecord(null, null);

    /** A plain sync, recorded in a file of its own. */
    public static SyncRecord in(Path file) {
        return new SyncRecord(file.toAbsolutePath(), null);
    }

    /** The publication of a run, recorded in the chain. */
    public static SyncRecord of(RunName run) {
        return new SyncRecord(null, run);
    }
}
