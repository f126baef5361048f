package nightfill.adapter.cli;

import java.io.PrintWriter;
import java.util.List;
import nightfill.application.trace.OrderHistory.Event;
import nightfill.domain.allocation.OrderLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints an order's history. */
@Command(
        name = "trace",
        description = "Shows all that ever happened to an order's lines.",
        mixinStandardHelpOptions = true)
final class TraceCommand extends PrintingCommand {

    @Parameters(paramLabel = "ORDERID", description = "The order.")
    String orderId = "";

    @Override
    public void run() {
        PrintWriter out = out();
        context().withDatabase(useCases -> {
            List<Event> events = useCases.books().history().of(orderId);
            if (events.isEmpty()) {
                out.printf("no line of order %s was ever loaded%n", orderId);
            }
            print(out, events);
            out.flush();
        });
    }

    private static void print(PrintWriter out, List<Event> events) {
        String heading = "";
        for (Event event : events) {
            OrderLine line = event.line();
            String number = line.lineNumber().isEmpty() ? "without line number" : "line " + line.lineNumber();
            String next = "%s: %d of %s".formatted(number, line.quantity(), line.sku());
            if (!next.equals(heading)) {
                heading = next;
                out.println(heading);
            }
            out.printf(
                    "  %s  %s%s%n", event.run().title(), event.what(), event.undone() ? " [undone with this run]" : "");
        }
    }
}
