package nightfill.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Moments as people read them, in a zone that is always named somewhere; a business date has none, and never shifts. */
public final class Moments {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private Moments() {}

    /** {@code 03:02}. */
    public static String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }

    /** {@code 03:02:11}. */
    public static String second(Instant moment, ZoneId zone) {
        return SECOND_OF_DAY.format(moment.atZone(zone));
    }

    /** {@code 03:02}, or with its date where that is another one: {@code 2026-11-24 23:58}. */
    public static String time(Instant moment, LocalDate today, ZoneId zone) {
        LocalDate date = LocalDate.ofInstant(moment, zone);
        return date.equals(today) ? time(moment, zone) : date + " " + time(moment, zone);
    }

    /** {@code 2026-11-25 03:02:11 +01:00}. */
    public static String exactly(Instant moment, ZoneId zone) {
        return SECOND.format(moment.atZone(zone));
    }

    /** {@code 2026-11-25 02:02:11 UTC}. */
    public static String inUtc(Instant moment) {
        return UTC.format(moment.atZone(ZoneOffset.UTC));
    }

    /** {@code Wed}. */
    public static String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
