package nightfill.bench.table;

import java.util.Locale;

/**
 * A row of the table.
 *
 * @param what was measured
 * @param most the target, in the unit
 * @param value what came out, in the unit
 * @param unit such as {@code ×} or {@code s}
 * @param seen what it was worked out from
 */
record Finding(String what, double most, double value, String unit, String seen) {

    static Finding ratio(String what, double most, double value, String seen) {
        return new Finding(what, most, value, "×", seen);
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | ≤ %s %s | %.2f %s | %s | %s |",
                what,
                Double.toString(most).replaceAll("\\.0$", ""),
                unit,
                value,
                unit,
                value <= most ? "yes" : "no",
                seen);
    }
}
