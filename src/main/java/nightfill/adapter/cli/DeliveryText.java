package nightfill.adapter.cli;

import java.io.PrintWriter;
import java.util.Locale;
import nightfill.application.night.NightOutcome;
import nightfill.application.publish.DeliverNights.Told;
import nightfill.application.publish.Published;
import nightfill.application.report.ReportFolder;

/** Tells people how nights ended and where their reports arrived. */
final class DeliveryText implements Told {

    private final PrintWriter out;
    private final PrintWriter err;
    private final ReportFolder folder;

    DeliveryText(PrintWriter out, PrintWriter err, ReportFolder folder) {
        this.out = out;
        this.err = err;
        this.folder = folder;
    }

    @Override
    public void night(NightOutcome outcome) {
        new OutcomeText(out, err).print(outcome, folder);
    }

    @Override
    public void published(Published published) {
        published.notes().forEach(this::note);
        out.println(published.added().isEmpty() ? completed(published) : added(published));
        out.flush();
    }

    @Override
    public void note(String note) {
        err.println("note: " + note);
        err.flush();
    }

    private static String completed(Published published) {
        return published.files() == 0
                ? "published: %s has every run already".formatted(published.directory())
                : String.format(
                        Locale.ROOT,
                        "published: %,d files that the newest run lacked in %s",
                        published.files(),
                        published.directory());
    }

    private static String added(Published published) {
        int runs = published.added().size();
        return String.format(
                Locale.ROOT,
                "published: %s in %s (%,d files, %,d bytes)",
                runs == 1 ? published.added().get(0).title() : "%,d runs".formatted(runs),
                published.directory(),
                published.files(),
                published.bytes());
    }
}
