package nightfill.adapter.cli.text;

import java.io.PrintWriter;
import java.util.Locale;
import nightfill.application.sync.SyncCounts;
import nightfill.application.sync.SyncOutcome;
import nightfill.application.sync.SyncRequest;
import nightfill.domain.sync.SyncAction;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Move;
import nightfill.domain.words.Visible;

/** Prints what a sync did, or would do. */
public record SyncText(PrintWriter out, SyncRequest request) {

    private static final int SKIPPED_SHOWN = 10;

    public void print(SyncOutcome outcome) {
        if (request.dryRun()) {
            outcome.actions().forEach(this::print);
        } else {
            line(
                    "%s is equal to %s",
                    request.route().destination(), request.route().source());
        }
        print(outcome.counts());
        outcome.skipped().stream()
                .limit(SKIPPED_SHOWN)
                .forEach(skipped -> line("skipped: %s (%s)", Visible.shown(skipped.path()), skipped.reason()));
        if (outcome.skipped().size() > SKIPPED_SHOWN) {
            line("skipped: and %,d more", outcome.skipped().size() - SKIPPED_SHOWN);
        }
        if (outcome.manifest() != null) {
            line("manifest: %s", outcome.manifest());
        }
        out.flush();
    }

    private void print(SyncAction action) {
        if (action instanceof Copy) {
            line("COPY %s", Visible.shown(action.path()));
        } else if (action instanceof Move move) {
            line("MOVE %s -> %s", Visible.shown(move.from()), Visible.shown(move.path()));
        } else {
            line("DELETE %s", Visible.shown(action.path()));
        }
    }

    private void print(SyncCounts counts) {
        line(
                "%scopied %,d (%,d bytes), moved %,d, deleted %,d, unchanged %,d, skipped %,d",
                request.dryRun() ? "would be: " : "",
                counts.copied(),
                counts.bytes(),
                counts.moved(),
                counts.deleted(),
                counts.unchanged(),
                counts.skipped());
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
