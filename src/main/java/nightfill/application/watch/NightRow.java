package nightfill.application.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nightfill.application.figures.RunFigures;
import nightfill.application.watch.NightRecords.PastNight;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Usual;
import org.jspecify.annotations.Nullable;

/**
 * A business date in the list of nights.
 *
 * @param run the one under way or unfinished, else the current one, else the last
 * @param earlier the date's other runs, newest first
 * @param attempts at {@code run}, in the order in which they were made
 * @param sameWeekday up to eight finished nights of the same weekday before it, newest first
 */
public record NightRow(
        RunFacts run,
        NightStatus status,
        List<RunFacts> earlier,
        List<JudgedAttempt> attempts,
        List<PastNight> sameWeekday)
        implements ListedDates {

    @Override
    public LocalDate date() {
        return run.name().date();
    }

    /** Null where nothing was attempted. */
    public @Nullable JudgedAttempt lastAttempt() {
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
    }

    /** Of all attempts that have ended; null where none has. */
    public @Nullable Duration duration() {
        return Times.together(
                attempts.stream().map(each -> each.attempt().times()).toList());
    }

    /** Of the same weekdays; null where there is none. */
    public @Nullable Duration usualDuration() {
        return usual(sameWeekday);
    }

    /** How long it will go on if it takes as long as usual; null where it is not under way, or that is not known. */
    public @Nullable Duration remaining(Instant now) {
        Duration usual = usualDuration();
        if (usual == null || !status.isUnderWay()) {
            return null;
        }
        Duration left = attempts.stream()
                .map(each -> each.attempt().times().elapsed(now))
                .reduce(usual, Duration::minus);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** What a figure usually is on the same weekdays; nothing where there is none. */
    public OptionalLong usual(ToLongFunction<RunFigures> figure) {
        Long median = Usual.median(sameWeekday.stream()
                .map(night -> figure.applyAsLong(night.figures()))
                .toList());
        return median == null ? OptionalLong.empty() : OptionalLong.of(median);
    }

    /** The fill rate that is usual on the same weekdays; nothing where there is none. */
    public OptionalInt usualFillRate() {
        Integer median = Usual.median(sameWeekday.stream()
                .map(night -> night.figures().fillRate().tenthsOfPercent())
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .toList());
        return median == null ? OptionalInt.empty() : OptionalInt.of(median);
    }

    /** When it would be done if it were done as its weekday usually is, on the clock of a zone; null where that is not known. */
    public @Nullable Instant usualEnd(ZoneId zone) {
        return usualEnd(date(), sameWeekday, zone);
    }

    static @Nullable Instant usualEnd(LocalDate date, List<PastNight> nights, ZoneId zone) {
        Duration usual = Usual.median(nights.stream()
                .flatMap(night -> Stream.ofNullable(night.ended())
                        .map(ended ->
                                Duration.between(night.date().atStartOfDay(), LocalDateTime.ofInstant(ended, zone))))
                .toList());
        return usual == null
                ? null
                : date.atStartOfDay().plus(usual).atZone(zone).toInstant();
    }

    static @Nullable Duration usual(List<PastNight> nights) {
        return Usual.median(nights.stream()
                .map(night -> Times.together(night.times()))
                .flatMap(Stream::ofNullable)
                .toList());
    }
}
