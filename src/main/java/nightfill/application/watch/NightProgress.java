package nightfill.application.watch;

import java.time.Duration;
import nightfill.domain.watch.Pace;
import nightfill.domain.watch.Phase;
import org.jspecify.annotations.Nullable;

/**
 * How far a night has come.
 *
 * @param step that is under way
 * @param phase of it that it is at; null where it has none
 * @param stepRemaining how long that step will still take; null where it cannot be told
 * @param remaining how long the whole night will; null where it cannot be told
 */
public record NightProgress(
        String step,
        @Nullable Phase phase,
        Pace pace,
        @Nullable Duration stepRemaining,
        @Nullable Duration remaining) {}
