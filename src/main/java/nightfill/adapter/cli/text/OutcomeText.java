package nightfill.adapter.cli.text;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import nightfill.application.figures.FillRate;
import nightfill.application.figures.Summary;
import nightfill.application.night.NightOutcome;
import nightfill.application.problem.Problem;
import nightfill.application.report.ReportFolder;
import nightfill.application.run.Input;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Run;
import nightfill.view.Numbers;

/** Shows people how a night ended. */
record OutcomeText(PrintWriter out, PrintWriter err) {

    private static final int WARNINGS_SHOWN = 10;
    private static final int DATES_SHOWN = 10;

    /** All at once, for an archive may have very many. */
    private void leftAlone(List<Input> old) {
        if (!old.isEmpty()) {
            note(
                    "left alone, for they are from before the first night: %s in %s (%s%s); use --pending --since %s to run them too"
                            .formatted(
                                    Numbers.count(old.size(), "date"),
                                    old.get(0).directory().resolveSibling(""),
                                    old.stream()
                                            .limit(DATES_SHOWN)
                                            .map(input -> input.date().toString())
                                            .collect(Collectors.joining(", ")),
                                    old.size() > DATES_SHOWN ? " …" : "",
                                    old.get(0).date()));
        }
    }

    void print(NightOutcome outcome, ReportFolder folder) {
        outcome.neverRun()
                .forEach(input -> note("%s was never run, but its feeds are in %s; run it, or use --pending"
                        .formatted(input.date(), input.directory())));
        leftAlone(outcome.leftAlone());
        outcome.notes().forEach(this::note);
        if (outcome.alreadyFinished()) {
            line("%s is finished already; nothing to do", outcome.run().title());
        } else {
            print(summary(outcome.run(), folder));
        }
        line("reports: %s", folder.directory(outcome.run()));
        out.flush();
        err.flush();
    }

    /** Others may have taken away, from where they may write, what the night has just put there. */
    private static Summary summary(Run run, ReportFolder folder) {
        try {
            return folder.summary(run);
        } catch (IOException e) {
            throw Problem.failed("%s is finished, but its summary cannot be read".formatted(run.title()), e);
        }
    }

    private void note(String note) {
        err.println("note: " + note);
    }

    private void print(Summary summary) {
        line("%s is finished; the books balance", summary.title());
        line("%-34s %12s %12s", "", "lines", "units");
        print(summary.figures());
        summary.feeds().forEach(this::rejected);
        warnings(summary);
    }

    private void print(Summary.Figures night) {
        figure("open before", night, Summary.Flow::openBefore);
        figure("loaded", night, Summary.Flow::loaded);
        figure("released or cancelled off a batch", night, Summary.Flow::released);
        figure("cancelled", night, Summary.Flow::cancelled);
        figure("dispatched", night, Summary.Flow::dispatched);
        figure("allocated", night, flow -> FillRate.of(flow).allocated());
        figure("still open", night, flow -> FillRate.of(flow).open());
        for (String reason : night.lines().outcome().unallocated().keySet()) {
            figure("  " + reason, night, flow -> flow.outcome().unallocated().getOrDefault(reason, 0L));
        }
        if (night.lines().outcome().left() > 0) {
            figure("left without a batch", night, flow -> flow.outcome().left());
        }
        line(
                "stock: %,d units in the warehouse, %,d at sea, %,d of these overdue",
                night.stock().warehouse(), night.stock().atSea(), night.stock().overdue());
    }

    private void rejected(String name, FeedCounts feed) {
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

    private void figure(String name, Summary.Figures night, ToLongFunction<Summary.Flow> measure) {
        line("%-34s %,12d %,12d", name, measure.applyAsLong(night.lines()), measure.applyAsLong(night.units()));
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
