package nightfill.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** What a row's text alone says about it. */
final class Shape {

    private Shape() {}

    static Verdict of(Row row, List<String> identifiers, boolean isBatch) {
        if (!row.fitsHeader()) {
            return Verdict.FIELDS;
        } else if (row.holdsNul()
                || !identifiers.stream().map(row::value).allMatch(Shape::isIdentifier)
                || (!isBatch && !row.value("line").isEmpty() && !isIdentifier(row.value("line")))) {
            return Verdict.IDENTIFIER;
        } else if (!isQuantity(row.value("qty"), isBatch ? 0 : 1)) {
            return Verdict.QUANTITY;
        } else if (isBatch && !isEta(row.value("eta"))) {
            return Verdict.DATE;
        }
        return Verdict.APPLIED;
    }

    static boolean isIdentifier(String text) {
        int length = text.codePointCount(0, text.length());
        String visible = text.replaceFirst("^[\u200C\u200D]+", "");
        return length <= 255
                && !visible.isEmpty()
                && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(visible.charAt(0)) < 0
                && text.chars().noneMatch(Shape::isControl)
                && !text.matches("(?s).*[\\p{Cf}&&[^\u200C\u200D]].*");
    }

    static boolean isControl(int c) {
        return c <= 0x1F || (c >= 0x7F && c <= 0x9F);
    }

    static boolean isQuantity(String text, int least) {
        String digits = text.replaceFirst("^0+(?=.)", "");
        return digits.matches("[0-9]{1,10}") && Long.parseLong(digits) >= least && Long.parseLong(digits) <= 2147483647;
    }

    private static boolean isEta(String text) {
        return text.isEmpty() || isUnknown(text) || isDate(text);
    }

    static boolean isUnknown(String text) {
        return text.matches("[uU][nN][kK][nN][oO][wW][nN]");
    }

    static boolean isDate(String text) {
        if (!text.matches("2[01][0-9][0-9]-[0-9][0-9]-[0-9][0-9]")) {
            return false;
        }
        try {
            String[] parts = text.split("-", -1);
            LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
