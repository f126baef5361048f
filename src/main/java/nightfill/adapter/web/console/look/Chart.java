package nightfill.adapter.web.console.look;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.OptionalLong;
import nightfill.adapter.web.RunAddress;
import nightfill.application.watch.Trends.Point;
import nightfill.view.Moments;

/**
 * A figure over many nights as a picture, in words, and as a table.
 *
 * @param says what the picture shows, in a sentence
 * @param rows newest first
 */
record Chart(Name name, String says, List<Line> grid, Drawing drawing, Dates dates, List<Row> rows) {

    /** Of the plot's head, and how high that is, in pixels. */
    private static final int TOP = 18;

    private static final int HEIGHT = 150;

    /** How far below a line its text rests. */
    private static final int TEXT = 4;

    record Name(String id, String title) {}

    /** A line of the axis, and its text, in pixels from the top. */
    record Line(int y, int textY, String text) {}

    record Dates(String first, String last) {}

    record Row(RunAddress run, String weekday, String figure) {}

    /** @param nights at least one, oldest first */
    static Chart of(Trend trend, List<Point> nights) {
        LongSummaryStatistics figures = nights.stream()
                .map(trend::of)
                .flatMapToLong(OptionalLong::stream)
                .summaryStatistics();
        Axis axis = figures.getCount() == 0 ? trend.axis(0, 0) : trend.axis(figures.getMin(), figures.getMax());
        return new Chart(
                new Name(trend.name().toLowerCase(Locale.ROOT), trend.title()),
                figures.getCount() == 0 ? "No night has this figure." : says(trend, nights, figures),
                axis.lines().stream().map(figure -> line(trend, axis, figure)).toList(),
                Drawing.of(trend, axis, nights),
                new Dates(date(nights.get(0)), date(nights.get(nights.size() - 1))),
                nights.stream()
                        .sorted(Comparator.comparing(
                                        (Point night) -> night.run().date())
                                .reversed())
                        .map(night -> row(trend, night))
                        .toList());
    }

    private static String date(Point night) {
        return night.run().date().toString();
    }

    private static String says(Trend trend, List<Point> nights, LongSummaryStatistics figures) {
        return "Last %s, on %s; lowest %s, highest %s, on average %s."
                .formatted(
                        words(trend, nights.get(nights.size() - 1)),
                        date(nights.get(nights.size() - 1)),
                        trend.words(figures.getMin()),
                        trend.words(figures.getMax()),
                        trend.words(Math.round(figures.getAverage())));
    }

    private static Line line(Trend trend, Axis axis, long figure) {
        int y = (int) Math.round(TOP + (1 - axis.share(figure)) * HEIGHT);
        return new Line(y, y + TEXT, trend.words(figure));
    }

    private static Row row(Trend trend, Point night) {
        return new Row(RunAddress.of(night.run()), Moments.weekday(night.run().date()), words(trend, night));
    }

    private static String words(Trend trend, Point night) {
        OptionalLong figure = trend.of(night);
        return figure.isPresent() ? trend.words(figure.getAsLong()) : "\u2013";
    }
}
