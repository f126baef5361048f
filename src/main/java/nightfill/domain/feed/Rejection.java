package nightfill.domain.feed;

import nightfill.domain.feed.Row.RejectedRow;
import nightfill.domain.words.FormatCharacters;
import nightfill.domain.words.Identifiers;
import nightfill.domain.words.Rules;
import nightfill.domain.words.Visible;

/** Words a rejection for people: always the column first, so that no detail begins like a formula. */
final class Rejection {

    private Rejection() {}

    static RejectedRow ofFields(int found, int expected) {
        return new RejectedRow(RejectReason.FIELDS, "%d fields, the header has %d".formatted(found, expected));
    }

    static RejectedRow ofQuote(int field) {
        return new RejectedRow(RejectReason.FIELDS, "field %d has a blank before its opening quote".formatted(field));
    }

    static RejectedRow ofNul(int place) {
        return new RejectedRow(RejectReason.IDENTIFIER, "field %d holds a NUL (U+0000)".formatted(place + 1));
    }

    static RejectedRow ofIdentifier(Column column, String text) {
        return of(RejectReason.IDENTIFIER, column, identifierFault(text), text);
    }

    static RejectedRow ofQuantity(Column column, String text, int least) {
        return of(RejectReason.QUANTITY, column, "is not a whole number from %d to 2147483647".formatted(least), text);
    }

    static RejectedRow ofDate(Column column, String text) {
        return of(RejectReason.DATE, column, "is not a date YYYY-MM-DD from 2000 to 2199", text);
    }

    private static RejectedRow of(RejectReason reason, Column column, String fault, String text) {
        return new RejectedRow(
                reason,
                text.isEmpty()
                        ? column.name() + " is empty"
                        : column.name() + " " + fault + ": " + shown(column, text));
    }

    /** Details of the first rules are in reports that nobody may change. */
    private static String shown(Column column, String text) {
        String brief = Visible.brief(text);
        return column.rules().have(Rules.TWO) ? Visible.unhidden(brief) : brief;
    }

    private static String identifierFault(String text) {
        if (text.chars().anyMatch(Identifiers::isControl)) {
            return "holds a control character";
        }
        if (text.codePointCount(0, text.length()) > Identifiers.MAX_CODE_POINTS) {
            return "is longer than %d characters".formatted(Identifiers.MAX_CODE_POINTS);
        }
        return Identifiers.beginsWithSign(text) ? "begins with = + - or @" : hiddenFault(text);
    }

    private static String hiddenFault(String text) {
        String visible = Identifiers.withoutJoiners(text);
        if (Identifiers.isInvisible(text)) {
            return "has nothing but the invisible character U+%04X".formatted(text.codePointAt(0));
        }
        if (Identifiers.beginsWithSign(visible) || Identifiers.beginsWithWideSign(visible)) {
            return "begins with U+%04X".formatted(visible.codePointAt(0));
        }
        return text.codePoints()
                .filter(point -> FormatCharacters.isUnwelcome(point) || Character.getType(point) == Character.SURROGATE)
                .mapToObj("holds the invisible character U+%04X"::formatted)
                .findFirst()
                .orElse("is empty");
    }
}
