package nightfill.adapter.cli.text;

import java.io.PrintWriter;
import nightfill.application.night.NightOutcome;
import nightfill.application.problem.Problem;
import nightfill.application.publish.DeliverNights.Listener;
import nightfill.application.publish.Published;
import nightfill.application.report.ReportFolder;
import nightfill.view.Numbers;

/** Shows people how nights ended and where their reports arrived. */
public record DeliveryText(PrintWriter out, PrintWriter err, ReportFolder folder) implements Listener {

    @Override
    public void night(NightOutcome outcome) {
        new OutcomeText(out, err).print(outcome, folder);
    }

    @Override
    public void published(Published published) {
        published.notes().forEach(this::note);
        ForeignText.warn(err, published.foreign());
        out.println(line(published));
        out.flush();
    }

    /** What was published, in a line. */
    public static String line(Published published) {
        return published.added().isEmpty() ? completed(published) : added(published);
    }

    @Override
    public void note(String note) {
        err.println("note: " + note);
        err.flush();
    }

    @Override
    public void problem(Problem problem) {
        note(ProblemText.line(problem));
    }

    private static String completed(Published published) {
        return published.files() == 0
                ? "published: %s has every run already".formatted(published.directory())
                : "published: %s that the newest run lacked in %s"
                        .formatted(Numbers.count(published.files(), "file"), published.directory());
    }

    private static String added(Published published) {
        int runs = published.added().size();
        return "published: %s in %s (%s, %s)"
                .formatted(
                        runs == 1 ? published.added().get(0).title() : Numbers.count(runs, "run"),
                        published.directory(),
                        Numbers.count(published.files(), "file"),
                        Numbers.count(published.bytes(), "byte"));
    }
}
