package nightfill.application.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nightfill.application.figures.Summary;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.run.Runs;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** The runs that OUTPUT shows and the database does not know to be finished. */
public final class RunsInOutput {

    private final Runs runs;
    private final ReportFolder folder;
    private final List<Summary> unknown = new ArrayList<>();

    /** @throws Problem (refused) when the summary of one of them cannot be trusted */
    public RunsInOutput(Runs runs, ReportFolder folder) throws IOException {
        this.runs = runs;
        this.folder = folder;
        Set<String> known = runs.everFinished().stream().map(Run::directory).collect(Collectors.toSet());
        for (String directory : folder.directories()) {
            if (!known.contains(directory)) {
                unknown.add(folder.shown(directory)
                        .orElseThrow(() -> illegible(folder.place().resolve(directory))));
            }
        }
    }

    public boolean isEmpty() {
        return unknown.isEmpty();
    }

    /**
     * What OUTPUT shows of a run that is run again after a restore; nothing of one that is run for the first time.
     *
     * @throws Problem (failed) when OUTPUT cannot be read
     */
    public static Optional<Summary> shown(Run run, ReportFolder folder) {
        try {
            return run.terms().afterRestore() ? folder.shown(run.directory()) : Optional.empty();
        } catch (IOException e) {
            throw Problem.failed("%s cannot be read".formatted(folder.place()), e);
        }
    }

    /** The one that is an unfinished run's own. */
    public Optional<Summary> of(Run run) {
        return unknown.stream().filter(shown -> isOf(shown, run, runs)).findFirst();
    }

    /**
     * The one that was run next after a run: its correction, or else the night that builds on it.
     *
     * @throws Problem (refused) when there is none
     */
    public Summary after(@Nullable Run last) {
        Summary first = unknown.get(0);
        return unknown.stream()
                .filter(shown -> corrects(shown, last))
                .findFirst()
                .or(() ->
                        unknown.stream().filter(shown -> buildsOn(shown, last)).findFirst())
                .orElseThrow(() -> Problem.refused(
                        "%s exists, but no chain of runs leads to it from %s, the last that this database knows"
                                .formatted(
                                        folder.place().resolve(first.directory()),
                                        last == null ? "none" : last.title()),
                        Remedy.mend("put back the reports in between"),
                        Act.NAME_OUTPUT));
    }

    /** Whether it is of a run's number, builds on what that builds on, and has taken in the same feeds. */
    static boolean isOf(Summary summary, Run run, Runs runs) {
        List<AcceptedFeed> accepted = runs.accepted(run);
        return summary.directory().equals(run.directory())
                && Objects.equals(summary.identity().previous(), Summary.Reference.to(runs.find(run.previousId())))
                && Objects.equals(summary.identity().replaces(), Summary.Replaced.by(runs.find(run.replacesId())))
                && summary.feeds().size() == accepted.size()
                && accepted.stream().allMatch(feed -> hasTakenIn(summary, feed));
    }

    private static boolean hasTakenIn(Summary summary, AcceptedFeed feed) {
        FeedCounts shown = summary.feeds().get(feed.feed().label());
        return shown != null && shown.sha256().equals(feed.sha256());
    }

    private static boolean corrects(Summary summary, @Nullable Run last) {
        return last != null
                && summary.identity().date().equals(last.date())
                && Objects.equals(summary.identity().replaces(), Summary.Replaced.by(last));
    }

    private static boolean buildsOn(Summary summary, @Nullable Run last) {
        return summary.identity().replaces() == null
                && Objects.equals(summary.identity().previous(), Summary.Reference.to(last));
    }

    static Problem illegible(Path directory) {
        return Problem.refused(
                "%s: its summary.json is missing or was altered".formatted(directory),
                Remedy.mend("put back the one that MANIFEST.sha256 lists"));
    }
}
