package nightfill.application.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * How long open lines have waited: days from the business date that first loaded them to that of this night.
 *
 * @param oldest the days of the line that has waited longest
 */
public record Ageing(List<Bucket> buckets, OptionalLong oldest) {

    private static final long[] LAST_DAYS = {0, 2, 7, 30, Long.MAX_VALUE};

    /**
     * The lines of some ages.
     *
     * @param lastDay included; {@code Long.MAX_VALUE} where there is no last
     */
    public record Bucket(long firstDay, long lastDay, Tally open) {}

    static Ageing of(LocalDate date, SortedMap<LocalDate, Tally> openSince) {
        List<Bucket> buckets = new ArrayList<>();
        long firstDay = 0;
        for (long lastDay : LAST_DAYS) {
            buckets.add(new Bucket(firstDay, lastDay, open(date, openSince, firstDay, lastDay)));
            firstDay = lastDay + 1;
        }
        return new Ageing(
                buckets,
                openSince.keySet().stream()
                        .mapToLong(since -> days(since, date))
                        .max());
    }

    /** A line of a later date, which a night that is run late finds, has not waited yet. */
    public static long days(LocalDate since, LocalDate date) {
        return Math.max(0, date.toEpochDay() - since.toEpochDay());
    }

    private static Tally open(LocalDate date, SortedMap<LocalDate, Tally> openSince, long firstDay, long lastDay) {
        return openSince.entrySet().stream()
                .filter(entry -> days(entry.getKey(), date) >= firstDay && days(entry.getKey(), date) <= lastDay)
                .map(Map.Entry::getValue)
                .reduce(Tally.NONE, Tally::plus);
    }
}
