package nightfill.application.watch;

import java.time.Duration;
import nightfill.domain.watch.Pace;
import org.jspecify.annotations.Nullable;

/**
 * How far a night has come.
 *
 * @param step that is under way
 * @param stepRemaining how long that step will still take; null where it cannot be told
 * @param remaining how long the whole night will; null where it cannot be told
 */
public record NightProgress(
        String step,
        Pace pace,
        @Nullable Duration stepRemaining,
        @Nullable Duration remaining) {}
