package nightfill.domain.night;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.words.Share;

/**
 * Tonight's new lines beside earlier ones of the same orders: whoever numbers lines anew, or sends a changed quantity as
 * another line, has the same goods promised twice.
 *
 * @param loaded how many lines are new
 * @param renumbered those whose order id, SKU and quantity an earlier line has, one that is not cancelled
 * @param changed those without a number whose order id and SKU earlier lines have, all of other quantities
 */
public record Resemblance(long loaded, Alike renumbered, Alike changed) {

    /** Where no new line resembles an earlier one. */
    public static final Resemblance NONE = new Resemblance(0, Alike.NONE, Alike.NONE);

    /** How many pairs are named at most: a summary has no more warnings. */
    public static final int NAMED = 1000;

    private static final int FEW = 10;
    private static final Share LIMIT = Share.percent(25);

    /**
     * New lines that are alike.
     *
     * @param first the first of them, by their turn
     */
    public record Alike(long lines, List<Pair> first) {

        private static final Alike NONE = new Alike(0, List.of());
    }

    /** A new line, and the latest earlier one that it resembles. */
    public record Pair(OrderLine line, OrderLine earlier) {

        private String renumbered() {
            return "%s is known %s: %d of %s"
                    .formatted(name(line), number(earlier, "as "), line.quantity(), line.sku());
        }

        private String changed() {
            return "%s: %d of %s, known %s with %d"
                    .formatted(name(line), line.quantity(), line.sku(), number(earlier, "as "), earlier.quantity());
        }

        private static String name(OrderLine line) {
            return "order %s %s".formatted(line.orderId(), number(line, ""));
        }

        private static String number(OrderLine line, String before) {
            return line.lineNumber().isEmpty() ? "without a line number" : before + "line " + line.lineNumber();
        }
    }

    /** Whether so many lines are known under other numbers that the shop has numbered them anew. */
    public boolean isRenumbered() {
        return renumbered.lines >= FEW && LIMIT.isExceededBy(renumbered.lines, loaded);
    }

    /** Says, for people, how many lines are known under other numbers. */
    public String renumbering() {
        return text(
                "order_lines.csv: %,d of %,d new lines are known under other line numbers (limit %s), the first: %s",
                renumbered.lines, loaded, LIMIT, renumbered.first.get(0).renumbered());
    }

    /** Points out the lines that are known under other numbers, one by one as far as they are named. */
    public List<String> renumberings() {
        List<String> told = new ArrayList<>();
        renumbered.first.forEach(
                pair -> told.add(pair.renumbered() + "; it is now promised twice, unless one is cancelled"));
        if (renumbered.lines > renumbered.first.size()) {
            told.add(text(
                    "%,d more new lines are known under other line numbers",
                    renumbered.lines - renumbered.first.size()));
        }
        return told;
    }

    /** Points out the lines that are known with another quantity; nothing where there are none. */
    public List<String> changes() {
        return changed.lines == 0
                ? List.of()
                : List.of(text(
                        "%,d new lines are known with another quantity, and count beside it; cancel the earlier one where"
                                + " the shop meant a change: %s%s",
                        changed.lines,
                        changed.first.stream().limit(FEW).map(Pair::changed).collect(Collectors.joining(", ")),
                        changed.lines > FEW ? text(", and %,d more", changed.lines - FEW) : ""));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
