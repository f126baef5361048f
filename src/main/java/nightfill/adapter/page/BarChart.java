package nightfill.adapter.page;

import com.samskivert.mustache.Escapers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nightfill.view.Numbers;

/**
 * Horizontal bars of stacked segments as one SVG that stretches with its column, said in words too.
 *
 * @param id unique within the page
 */
record BarChart(String id, String title, List<Bar> bars) {

    private static final int BAR_HEIGHT = 46;

    /** @param whole the amount that would fill the width */
    record Bar(String label, String value, long whole, List<Segment> segments) {}

    /** @param tone class of its colour */
    record Segment(String tone, String name, long amount) {}

    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg class=\"chart\" role=\"img\" aria-labelledby=\"%1$s-title %1$s-desc\" width=\"100%%\" height=\"%2$d\">"
                        .formatted(id, bars.size() * BAR_HEIGHT));
        svg.append("<title id=\"%s-title\">%s</title>".formatted(id, text(title)));
        svg.append("<desc id=\"%s-desc\">%s</desc>".formatted(id, text(description())));
        for (int index = 0; index < bars.size(); index++) {
            draw(svg, bars.get(index), index * BAR_HEIGHT);
        }
        return svg.append("</svg>").toString();
    }

    /** A single bar, for a table's cell that shows its number beside it. */
    static String bare(String tone, long amount, long whole) {
        return "<svg class=\"bare\" aria-hidden=\"true\" width=\"100%%\" height=\"8\">%s</svg>"
                .formatted(rectangle(tone, 0, 8, 0, amount, whole));
    }

    private static void draw(StringBuilder svg, Bar bar, int top) {
        svg.append("<text x=\"0\" y=\"%d\">%s</text>".formatted(top + 15, text(bar.label())));
        svg.append("<text class=\"value\" x=\"100%%\" y=\"%d\">%s</text>".formatted(top + 15, text(bar.value())));
        svg.append("<rect class=\"track\" y=\"%d\" width=\"100%%\" height=\"14\"/>".formatted(top + 22));
        long start = 0;
        for (Segment segment : bar.segments()) {
            svg.append(rectangle(segment.tone(), top + 22, 14, start, segment.amount(), bar.whole()));
            start += segment.amount();
        }
    }

    private static String rectangle(String tone, int top, int height, long start, long amount, long whole) {
        if (amount <= 0) {
            return "";
        }
        return "<rect class=\"%s\" x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\"/>"
                .formatted(tone, share(start, whole), top, share(amount, whole), height);
    }

    /** {@code Lines: 21 of 25 (allocated 21, SHORT 4).} */
    private String description() {
        return bars.stream()
                .map(bar -> "%s: %s (%s)."
                        .formatted(
                                bar.label(),
                                bar.value(),
                                bar.segments().stream()
                                        .map(segment -> segment.name() + " " + Numbers.grouped(segment.amount()))
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(" "));
    }

    private static String share(long amount, long whole) {
        long hundredths = Math.round(amount * 10_000.0 / whole);
        return String.format(Locale.ROOT, "%d.%02d%%", hundredths / 100, hundredths % 100);
    }

    private static String text(String text) {
        return Escapers.HTML.escape(text);
    }
}
