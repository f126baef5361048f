package nightfill.application.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From when to when, as far as it is known. */
public record Times(@Nullable Instant started, @Nullable Instant ended) {

    /** Null as long as an end or a beginning is missing, or where they contradict each other. */
    public @Nullable Duration took() {
        return started == null || ended == null || ended.isBefore(started) ? null : Duration.between(started, ended);
    }

    /** Up to a moment, or to the end if that was before. */
    public Duration elapsed(Instant now) {
        if (started == null) {
            return Duration.ZERO;
        }
        Duration elapsed = Duration.between(started, ended == null ? now : ended);
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    /** What all of them took together; null where none of them has ended. */
    public static @Nullable Duration together(Collection<Times> all) {
        return all.stream()
                .map(Times::took)
                .filter(Objects::nonNull)
                .reduce(Duration::plus)
                .orElse(null);
    }
}
