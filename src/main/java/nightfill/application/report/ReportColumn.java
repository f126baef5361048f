package nightfill.application.report;

import java.util.Arrays;
import java.util.List;

/**
 * A column of a report, and what holds of every value in it.
 *
 * @param required whether no value is empty
 * @param codes all that may be there, where the kind is {@code CODE}
 */
public record ReportColumn(String name, Kind kind, boolean required, List<String> codes) {

    /** What a column holds. */
    public enum Kind {
        /** 1 to 255 code points, without control characters, the first none of {@code = + - @}. */
        IDENTIFIER,
        /** An identifier that {@code stock.csv} gives as {@code ref}. */
        BATCH,
        /** Any text. */
        TEXT,
        /** One of the codes. */
        CODE,
        /** YYYY-MM-DD, from 2000 to 2199. */
        DATE,
        /** A date, or {@code unknown}. */
        ETA,
        /** A whole number of units from 1 to 2147483647. */
        QUANTITY,
        /** A whole number of units from 0 to 2147483647. */
        STOCK,
        /** A whole number of any size. */
        NUMBER,
        /** A sum of such numbers, to be compared and not to be reckoned with. */
        SUM
    }

    static ReportColumn column(String name, Kind kind) {
        return new ReportColumn(name, kind, true, List.of());
    }

    static ReportColumn oneOf(String name, String... codes) {
        return new ReportColumn(name, Kind.CODE, true, List.of(codes));
    }

    static ReportColumn oneOf(String name, Enum<?>[] codes) {
        return oneOf(name, Arrays.stream(codes).map(Enum::name).toArray(String[]::new));
    }

    ReportColumn orEmpty() {
        return new ReportColumn(name, kind, false, codes);
    }
}
