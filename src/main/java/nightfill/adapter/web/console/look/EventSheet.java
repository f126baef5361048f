package nightfill.adapter.web.console.look;

import nightfill.adapter.web.RunAddress;
import nightfill.application.trace.OrderHistory.Event;
import nightfill.view.Numbers;

/** One thing that happened to a line of an order. */
record EventSheet(RunAddress run, String line, String goods, String what, boolean undone) {

    static EventSheet of(Event event) {
        return new EventSheet(
                RunAddress.of(event.run()),
                LineSheet.number(event.line().lineNumber()),
                Numbers.grouped(event.line().quantity()) + " of " + event.line().sku(),
                event.what(),
                event.undone());
    }
}
