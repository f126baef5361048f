package nightfill.adapter.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nightfill.adapter.cli.text.ExecutionJson;
import nightfill.application.run.Executions.Execution;
import nightfill.application.run.Executions.Period;
import nightfill.application.run.Executions.Reached;
import nightfill.domain.words.Visible;
import nightfill.view.ProgressWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the executions. */
@Command(
        name = "status",
        description = "Lists the latest executions, the newest first.",
        mixinStandardHelpOptions = true)
final class StatusCommand extends PrintingCommand {

    private static final int MOST = 20;
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx");

    @Option(names = "--date", paramLabel = "DATE", description = "Only those of one business date.")
    @Nullable
    String date;

    @Option(names = "--json", description = "For programs.")
    boolean json;

    @Override
    public void run() {
        Optional<LocalDate> only = Optional.ofNullable(date)
                .map(text -> BusinessDate.parse(text, context().today()));
        PrintWriter out = out();
        context().withDatabase(useCases -> {
            List<Execution> executions = useCases.nights().executions().list(only, MOST);
            if (json) {
                out.print(ExecutionJson.of(executions) + System.lineSeparator());
            } else {
                table(out, executions);
            }
            out.flush();
        });
    }

    private static void table(PrintWriter out, List<Execution> executions) {
        if (executions.isEmpty()) {
            out.println("no night was run yet");
            return;
        }
        out.printf(
                "%-6s %-10s %-5s %-10s %-10s %-26s %-9s %-18s %s%n",
                "ID", "DATE", "RUN", "STATUS", "RUN IS", "STARTED", "TOOK", "LAST STEP", "BY");
        executions.forEach(each -> row(out, each));
    }

    private static void row(PrintWriter out, Execution each) {
        out.printf(
                "%-6d %-10s %-5d %-10s %-10s %-26s %-9s %-18s %s%n",
                each.id(),
                each.run().name().date(),
                each.run().name().number(),
                each.status(),
                each.run().runState(),
                started(each.period().started()),
                took(each.period()),
                Objects.requireNonNullElse(each.reached().step(), "-"),
                Optional.ofNullable(each.startedBy())
                        .map(by -> Visible.shown(by.title()))
                        .orElse("-"));
        if (each.run().afterRestore()) {
            out.printf("       run again after a restore%n");
        }
        String underWay = underWay(each.reached());
        if (!underWay.isEmpty()) {
            out.printf("       %s%n", underWay);
        }
        String message = Objects.requireNonNullElse(each.reached().message(), "");
        if (!each.status().equals("COMPLETED") && !message.isEmpty()) {
            out.printf("       %s%n", message);
        }
    }

    /** Empty where no step is, or nothing is known of how far it is. */
    private static String underWay(Reached reached) {
        if (reached.step() == null || reached.pace() == null) {
            return "";
        }
        String pace = ProgressWords.pace(reached.pace(), reached.pace().remaining(null));
        String step = ProgressWords.step(reached.step(), reached.phase());
        return pace.isEmpty() ? (reached.phase() == null ? "" : step) : step + ": " + pace;
    }

    static String started(@Nullable OffsetDateTime time) {
        return time == null ? "-" : DAY_AND_TIME.format(time);
    }

    static String took(Period period) {
        Duration took = period.took();
        if (took == null || took.isNegative()) {
            return "-";
        }
        return "%d:%02d:%02d".formatted(took.toHours(), took.toMinutesPart(), took.toSecondsPart());
    }
}
