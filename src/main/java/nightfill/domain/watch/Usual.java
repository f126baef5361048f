package nightfill.domain.watch;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What nights are usually like. */
public final class Usual {

    /** How many former nights say what is usual. */
    public static final int NIGHTS = 8;

    private Usual() {}

    /** The median, of an even number the lower one; null where there is none. */
    public static <T extends Comparable<? super T>> @Nullable T median(Collection<T> values) {
        List<T> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? null : sorted.get((sorted.size() - 1) / 2);
    }

    /** The last nights of the same weekday before a date, newest first. */
    public static <T> List<T> sameWeekday(LocalDate date, Collection<T> nights, Function<T, LocalDate> dateOf) {
        return nights.stream()
                .filter(night -> dateOf.apply(night).isBefore(date))
                .filter(night -> dateOf.apply(night).getDayOfWeek() == date.getDayOfWeek())
                .sorted(Comparator.comparing(dateOf).reversed())
                .limit(NIGHTS)
                .toList();
    }
}
