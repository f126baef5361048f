package nightfill.application.sync;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the sync manifest says besides, and where it goes.
 *
 * @param file in place of the chain that the home keeps for each destination; null for the chain
 * @param date of the night that is published; null for a plain sync
 * @param run of that date; null for a plain sync
 */
public record SyncRecord(
        @Nullable Path file,
        @Nullable LocalDate date,
        @Nullable Integer run) {

    /** A plain sync, told in the chain. */
    public static final SyncRecord CHAINED = new SyncRecord(null, null, null);

    /** A plain sync, told in a file of its own. */
    public static SyncRecord in(Path file) {
        return new SyncRecord(file.toAbsolutePath(), null, null);
    }

    /** The publication of a run, told in the chain. */
    public static SyncRecord of(LocalDate date, int run) {
        return new SyncRecord(null, date, run);
    }
}
