package nightfill.view;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Durations as people say them: {@code 2 h 49 min}, {@code 6 min}, {@code 41 s}, {@code 4 s ago}. */
public final class Spans {

    private static final long LONG_MINUTES = 10;
    private static final char MINUS = '\u2212';

    private Spans() {}

    /** The two largest units, or one where the rest does not matter; a dash for none. */
    public static String text(@Nullable Duration duration) {
        if (duration == null) {
            return "\u2013";
        }
        if (duration.toDays() > 0) {
            return pair(duration.toDays(), "d", duration.toHoursPart(), "h");
        }
        if (duration.toHours() > 0) {
            return pair(duration.toHours(), "h", duration.toMinutesPart(), "min");
        }
        if (duration.toMinutes() >= LONG_MINUTES) {
            return duration.toMinutes() + " min";
        }
        return duration.toMinutes() > 0
                ? pair(duration.toMinutes(), "min", duration.toSecondsPart(), "s")
                : duration.toSeconds() + " s";
    }

    /** How long ago, of a moment that may lie a little ahead by another clock. */
    public static String ago(Duration since) {
        return since.toSeconds() <= 0 ? "just now" : text(since) + " ago";
    }

    /** {@code +3 min}; empty where one of them is not known. */
    public static String change(@Nullable Duration now, @Nullable Duration usual) {
        if (now == null || usual == null) {
            return "";
        }
        Duration change = now.minus(usual);
        if (change.abs().toSeconds() == 0) {
            return "\u00b10 s";
        }
        return change.isNegative() ? MINUS + text(change.negated()) : "+" + text(change);
    }

    /** {@code 2 h 49 min before the deadline}, or after it; to the minute, as both are shown. */
    public static String deadline(Instant ends, Instant deadline) {
        Duration left = Duration.ofMinutes(minute(deadline) - minute(ends));
        if (left.isZero()) {
            return "right at the deadline";
        }
        return text(left.abs()) + (left.isNegative() ? " after the deadline" : " before the deadline");
    }

    private static long minute(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), 60);
    }

    private static String pair(long large, String unit, long small, String smallUnit) {
        return small == 0 ? "%d %s".formatted(large, unit) : "%d %s %d %s".formatted(large, unit, small, smallUnit);
    }
}
