package nightfill.adapter.web.console.look;

import java.util.List;
import java.util.stream.LongStream;

/**
 * A vertical axis of round figures.
 *
 * @param low the figure at its foot
 * @param step between its three lines
 */
record Axis(long low, long step) {

    /** Whole tenths of a percent, so that small changes of a high rate can be seen. */
    private static final long WHOLE = 1000;

    private static final long TENTH = 100;

    /** Seconds that people count in. */
    private static final List<Long> SPANS = List.of(
            1L, 2L, 5L, 10L, 30L, 60L, 120L, 300L, 600L, 900L, 1_800L, 3_600L, 7_200L, 10_800L, 21_600L, 43_200L,
            86_400L);

    static Axis ofPercent(long least) {
        long low = Math.min(least, WHOLE - TENTH) / TENTH * TENTH;
        return new Axis(low, (WHOLE - low) / 2);
    }

    static Axis ofSpan(long most) {
        return SPANS.stream()
                .filter(step -> 2 * step >= most)
                .findFirst()
                .map(step -> new Axis(0, step))
                .orElseGet(() -> ofCount(most));
    }

    static Axis ofCount(long most) {
        long unit = 1;
        while (true) {
            for (long step : new long[] {unit, 2 * unit, 5 * unit}) {
                if (2 * step >= most) {
                    return new Axis(0, step);
                }
            }
            unit *= 10;
        }
    }

    List<Long> lines() {
        return LongStream.rangeClosed(0, 2)
                .map(line -> low + line * step)
                .boxed()
                .toList();
    }

    /** From 0 at its foot to 1 at its head. */
    double share(long figure) {
        return (figure - low) / (2.0 * step);
    }
}
