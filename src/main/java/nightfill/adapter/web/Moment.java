package nightfill.adapter.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import nightfill.view.Moments;

/**
 * A time as a page shows it in the console's zone; a script shows it in the viewer's.
 *
 * @param iso for the script
 * @param inUtc to be seen on hover
 * @param style what of it the script shows: {@code time}, {@code second} or {@code full}
 */
public record Moment(String iso, String here, String inUtc, String style) {

    /** {@code 03:02}, for what is of the night that the page is about. */
    public static Moment ofMinute(Instant moment, ZoneId zone) {
        return of(moment, Moments.time(moment, zone), "time");
    }

    /** {@code 03:12:07}, for what is of now. */
    public static Moment ofSecond(Instant moment, ZoneId zone) {
        return of(moment, Moments.second(moment, zone), "second");
    }

    /** {@code 2026-11-25 03:02:11 +01:00}. */
    public static Moment exactly(Instant moment, ZoneId zone) {
        return of(moment, Moments.exactly(moment, zone), "full");
    }

    private static Moment of(Instant moment, String here, String style) {
        return new Moment(moment.truncatedTo(ChronoUnit.SECONDS).toString(), here, Moments.inUtc(moment), style);
    }
}
