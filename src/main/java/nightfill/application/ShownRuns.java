package nightfill.application;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nightfill.application.port.ReportFolder;
import nightfill.application.port.ReportFolder.Shown;
import nightfill.application.port.Runs;
import nightfill.application.report.Summary;
import org.jspecify.annotations.Nullable;

/** The runs that OUTPUT shows and the database does not know to be finished. */
final class ShownRuns {

    private final ReportFolder folder;
    private final List<Shown> unknown = new ArrayList<>();

    /** @throws Problem (refused) when one of them cannot tell of itself */
    ShownRuns(Runs runs, ReportFolder folder) throws IOException {
        this.folder = folder;
        Set<String> known = runs.everFinished().stream().map(Run::directory).collect(Collectors.toSet());
        for (String directory : folder.standing()) {
            if (!known.contains(directory)) {
                unknown.add(folder.shown(directory).orElseThrow(() -> illegible(directory)));
            }
        }
    }

    boolean isEmpty() {
        return unknown.isEmpty();
    }

    /** The one that is a run's own: of its number and its feeds. */
    Optional<Shown> of(Run run, List<AcceptedFeed> accepted) {
        return unknown.stream().filter(shown -> isOf(shown, run, accepted)).findFirst();
    }

    /**
     * The one that was run next after a run: its correction, or else the night that builds on it.
     *
     * @throws Problem (refused) when there is none
     */
    Shown after(@Nullable Run last) {
        Shown first = unknown.get(0);
        return unknown.stream()
                .filter(shown -> corrects(shown.summary(), last))
                .findFirst()
                .or(() -> unknown.stream()
                        .filter(shown -> buildsOn(shown.summary(), last))
                        .findFirst())
                .orElseThrow(() -> Problem.refused(
                        "%s stands there, but no chain of runs leads to it from %s, the last that this database knows; put back the reports in between, or name the right --output"
                                .formatted(
                                        folder.place().resolve(first.summary().directory()),
                                        last == null ? "none" : last.title())));
    }

    static boolean isOf(Shown shown, Run run, List<AcceptedFeed> accepted) {
        return shown.summary().directory().equals(run.directory())
                && shown.summary().feeds().size() == accepted.size()
                && accepted.stream().allMatch(feed -> hasTakenIn(shown.summary(), feed));
    }

    private static boolean hasTakenIn(Summary summary, AcceptedFeed feed) {
        Summary.Feed told = summary.feeds().get(feed.feed().label());
        return told != null && told.sha256().equals(feed.sha256());
    }

    private static boolean corrects(Summary summary, @Nullable Run last) {
        return last != null
                && summary.date().equals(last.date())
                && new Summary.Replaced(last.number(), String.valueOf(last.manifestSha256()))
                        .equals(summary.replaces());
    }

    private static boolean buildsOn(Summary summary, @Nullable Run last) {
        Summary.Reference reference = last == null
                ? null
                : new Summary.Reference(last.date(), last.number(), String.valueOf(last.manifestSha256()));
        return summary.replaces() == null && Objects.equals(summary.previous(), reference);
    }

    private Problem illegible(String directory) {
        return Problem.refused(
                "%s: its summary.json is missing or was altered; put back the one that MANIFEST.sha256 lists"
                        .formatted(folder.place().resolve(directory)));
    }
}
