package nightfill.adapter.web.console.look;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import nightfill.application.watch.Trends.Point;

/**
 * A figure over dates, drawn within 1000 by 1000.
 *
 * @param line from dot to dot, broken where a night has no figure
 * @param dots of no length, which a round pen makes visible
 */
record Drawing(String line, String dots) {

    private static final int SIZE = 1000;

    static Drawing of(Trend trend, Axis axis, List<Point> nights) {
        StringBuilder line = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        boolean broken = true;
        for (Point night : nights) {
            OptionalLong figure = trend.of(night);
            if (figure.isPresent()) {
                String place = place(share(night, nights), axis.share(figure.getAsLong()));
                line.append(broken ? "M" : "L").append(place);
                dots.append("M").append(place).append("h0");
            }
            broken = figure.isEmpty();
        }
        return new Drawing(line.toString(), dots.toString());
    }

    /** How far a night is on the way from the first date to the last one. */
    private static double share(Point night, List<Point> nights) {
        LocalDate first = nights.get(0).run().date();
        long all = ChronoUnit.DAYS.between(
                first, nights.get(nights.size() - 1).run().date());
        return all == 0
                ? 0.5
                : (double) ChronoUnit.DAYS.between(first, night.run().date()) / all;
    }

    private static String place(double across, double up) {
        return String.format(Locale.ROOT, "%.1f %.1f", across * SIZE, (1 - up) * SIZE);
    }
}
