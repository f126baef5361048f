package nightfill.adapter.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import nightfill.view.Moments;

/**
 * A time as a page shows it in the console's zone; a script shows it in the viewer's.
 *
 * @param iso for the script
 * @param day of it in the console's zone; the script says so where it is another one for the viewer
 * @param inUtc to be seen on hover
 * @param style what of it the script shows: {@code time}, {@code second} or {@code full}
 */
public record Moment(String iso, String day, String here, String inUtc, String style) {

    /** {@code 03:02}, for what is of the night that the page is about. */
    public static Moment ofMinute(Instant moment, ZoneId zone) {
        return of(moment, zone, Moments.time(moment, zone), "time");
    }

    /** {@code 03:12:07}, for what is of now. */
    public static Moment ofSecond(Instant moment, ZoneId zone) {
        return of(moment, zone, Moments.second(moment, zone), "second");
    }

    /** {@code 2026-11-25 03:02:11 +01:00}. */
    public static Moment exactly(Instant moment, ZoneId zone) {
        return of(moment, zone, Moments.exactly(moment, zone), "full");
    }

    private static Moment of(Instant moment, ZoneId zone, String here, String style) {
        return new Moment(
                moment.truncatedTo(ChronoUnit.SECONDS).toString(),
                LocalDate.ofInstant(moment, zone).toString(),
                here,
                Moments.inUtc(moment),
                style);
    }
}
