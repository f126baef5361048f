package nightfill.application.watch;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import nightfill.application.figures.FillRate;
import nightfill.application.figures.Tally;
import nightfill.application.watch.NightRecords.PastNight;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/** Follows figures over many nights. */
public record Trends(NightRecords records) {

    /** How many nights are shown. */
    public static final int NIGHTS = 90;

    /**
     * A finished night.
     *
     * @param fillRate by lines
     * @param duration of all attempts; null where it is not known any more
     * @param rejected rows of all feeds
     * @param backlog what it left open
     */
    public record Point(
            RunName run, FillRate fillRate, @Nullable Duration duration, long rejected, Tally backlog) {}

    /** The last nights, oldest first. */
    public List<Point> last(int nights) {
        return records.past(nights).stream()
                .sorted(Comparator.comparing(PastNight::date))
                .map(Trends::point)
                .toList();
    }

    private static Point point(PastNight night) {
        return new Point(
                night.name(),
                night.figures().fillRate(),
                Times.together(night.times()),
                night.figures().rows().rejected(),
                night.figures().open());
    }
}
