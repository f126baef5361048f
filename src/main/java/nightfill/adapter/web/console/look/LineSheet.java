package nightfill.adapter.web.console.look;

import nightfill.adapter.web.RunAddress;
import nightfill.adapter.web.ShownMark;
import nightfill.application.look.OrderRecords.Line;
import nightfill.application.look.OrderRecords.Promise;
import nightfill.view.LineWords;
import nightfill.view.Meanings;
import nightfill.view.Numbers;
import org.jspecify.annotations.Nullable;

/** A line of an order, as it is now. */
record LineSheet(
        String number,
        Named sku,
        String units,
        ShownMark mark,
        Reason reason,
        @Nullable Promised promise) {

    /** Why it has no batch, in the report's word and in plain ones; empty where it has one. */
    record Reason(String code, String meaning) {}

    /** {@code since} null where it was allocated at once, and no run has loaded it. */
    record Promised(Named batch, String eta, @Nullable RunAddress since) {

        static @Nullable Promised of(@Nullable Promise promise) {
            return promise == null
                    ? null
                    : new Promised(
                            Named.batch(promise.reference()),
                            When.text(promise.eta()),
                            RunAddress.orNull(promise.since()));
        }
    }

    static LineSheet of(Line line) {
        return new LineSheet(
                number(line.line().lineNumber()),
                Named.sku(line.line().sku()),
                Numbers.grouped(line.line().quantity()),
                ShownMark.of(LineWords.mark(line.status())),
                new Reason(line.reason(), Meanings.of(line.reason())),
                Promised.of(line.promise()));
    }

    static String number(String number) {
        return number.isEmpty() ? "without number" : number;
    }
}
