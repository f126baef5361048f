package nightfill.adapter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import nightfill.application.figures.Summary;
import nightfill.application.night.NightOutcome;
import nightfill.application.report.ReportFolder;

/** Tells people how a night ended. */
final class OutcomeText {

    private static final int WARNINGS_SHOWN = 10;

    private final PrintWriter out;
    private final PrintWriter err;

    OutcomeText(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    void print(NightOutcome outcome, ReportFolder folder) {
        outcome.notes().forEach(note -> err.println("note: " + note));
        if (outcome.alreadyFinished()) {
            line("%s is finished already; nothing to do", outcome.run().title());
        } else {
            summary(outcome, folder);
        }
        line("reports: %s", folder.directory(outcome.run()));
        out.flush();
        err.flush();
    }

    private void summary(NightOutcome outcome, ReportFolder folder) {
        try {
            summary(outcome, folder.summary(outcome.run()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void summary(NightOutcome outcome, Summary summary) {
        Summary.Figures lines = summary.lines();
        Summary.Figures units = summary.units();
        line("%s is finished; the books balance", outcome.run().title());
        line("%-34s %12s %12s", "", "lines", "units");
        figure("open before", lines.openBefore(), units.openBefore());
        figure("loaded", lines.loaded(), units.loaded());
        figure("released or cancelled off a batch", lines.released(), units.released());
        figure("cancelled", lines.cancelled(), units.cancelled());
        figure("dispatched", lines.dispatched(), units.dispatched());
        figure("allocated", lines.allocated(), units.allocated());
        figure("still open", sum(lines), sum(units));
        for (Map.Entry<String, Long> reason : lines.unallocated().entrySet()) {
            figure(
                    "  " + reason.getKey(),
                    reason.getValue(),
                    units.unallocated().getOrDefault(reason.getKey(), 0L));
        }
        line(
                "stock: %,d units in the warehouse, %,d at sea, %,d of these overdue",
                summary.stock().warehouse(),
                summary.stock().atSea(),
                summary.stock().overdue());
        summary.feeds().forEach(this::rejected);
        warnings(summary);
    }

    private void rejected(String name, Summary.Feed feed) {
        if (feed.rejected() > 0) {
            line("%s.csv: %,d of %,d rows rejected; see rejects.csv", name, feed.rejected(), feed.rows());
        }
    }

    private void warnings(Summary summary) {
        summary.warnings().stream().limit(WARNINGS_SHOWN).forEach(warning -> line("warning: %s", warning));
        int more = summary.warnings().size() - WARNINGS_SHOWN;
        if (more > 0) {
            line("warning: and %,d more; see summary.json", more);
        }
    }

    private void figure(String name, long lines, long units) {
        line("%-34s %,12d %,12d", name, lines, units);
    }

    private static long sum(Summary.Figures figures) {
        return figures.unallocated().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
