package nightfill.adapter.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import nightfill.application.ExitCode;
import nightfill.application.port.OrderHistory.Event;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells an order's history. */
@Command(
        name = "trace",
        description = "Tells all that ever happened to an order's lines.",
        mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Parameters(paramLabel = "ORDERID", description = "The order.")
    String orderId = "";

    @Spec
    @Nullable
    CommandSpec spec;

    TraceCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        return workplace.withDatabase(useCases -> {
            List<Event> events = useCases.orderHistory().of(orderId);
            if (events.isEmpty()) {
                out.printf("no line of order %s was ever loaded%n", orderId);
            }
            print(out, events);
            out.flush();
            return ExitCode.DONE.number();
        });
    }

    private static void print(PrintWriter out, List<Event> events) {
        String heading = "";
        for (Event event : events) {
            String line = event.lineNumber().isEmpty() ? "without line number" : "line " + event.lineNumber();
            String next = "%s: %d of %s".formatted(line, event.quantity(), event.sku());
            if (!next.equals(heading)) {
                heading = next;
                out.println(heading);
            }
            out.printf(
                    "  %s run %d  %s%s%n",
                    event.date(), event.run(), event.what(), event.undone() ? " [undone with this run]" : "");
        }
    }
}
