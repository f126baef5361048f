package nightfill.application.publish;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nightfill.application.night.Progress;
import nightfill.application.problem.FileTrouble;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.problem.Remedy.Then;
import nightfill.application.problem.StopToken;
import nightfill.application.report.InstalledReports;
import nightfill.application.report.ReportFolder;
import nightfill.application.report.ReportFolders;
import nightfill.application.run.Runs;
import nightfill.application.sync.SyncLimits;
import nightfill.application.sync.SyncOutcome;
import nightfill.application.sync.SyncRecord;
import nightfill.application.sync.SyncRequest;
import nightfill.application.sync.SyncRoute;
import nightfill.application.sync.Synchronize;
import nightfill.application.verify.FileTree;
import nightfill.domain.run.Run;
import nightfill.domain.watch.Phase;
import nightfill.domain.words.CodePointOrder;

/** Adds to a directory the finished runs that it lacks; nothing that is there is ever changed or deleted. */
public record PublishRuns(
        Runs runs,
        Publications publications,
        ReportFolders folders,
        FileTree tree,
        Synchronize synchronize,
        Progress progress) {

    /**
     * Adds them, and compares the newest of those that are there; what could not be added is owed.
     *
     * @throws Problem (refused) when a run differs, or either directory belongs to another database, (busy) while
     *     another sync is at work on the directory, (failed) when a file cannot be read or written
     */
    public Published publish(Path output, Path directory, StopToken stop) {
        Progress.Step step = progress.begin("publish");
        try {
            Published published = new Publication(folders.at(output), directory, step).publish(stop);
            step.end();
            return published;
        } catch (IOException e) {
            throw failed(e);
        } catch (Problem problem) {
            throw problem.getCause() instanceof IOException e ? failed(e) : problem;
        } finally {
            step.leave();
        }
    }

    /** In the words of a publication rather than of a sync. */
    private static Problem failed(IOException e) {
        Then publish = new Then(Act.PUBLISH);
        return e instanceof InterruptedIOException
                ? new Problem(Kind.FAILED, FileTrouble.of(e), e, publish)
                : new Problem(Kind.FAILED, FileTrouble.of(e), e, Remedy.mend("fix this"), publish);
    }

    /** One directory, from the first look to the last note. */
    private final class Publication {

        private final ReportFolder output;
        private final InstalledReports reports;
        private final Path directory;
        private final Progress.Step shown;

        private Publication(ReportFolder output, Path directory, Progress.Step shown) {
            this.output = output;
            this.reports = new InstalledReports(runs, output);
            this.directory = directory;
            this.shown = shown;
        }

        private Published publish(StopToken stop) throws IOException {
            List<Run> finished = runs.everFinished();
            reports.requireNoOtherDatabase();
            Run last = reports.requireLast(finished);
            Set<Long> noted = publications.published(directory);
            owe(unnoted(finished, noted));
            requireAlive();
            Selection wanted =
                    Selection.of(finished, noted, folders.at(directory).dates());
            Set<Run> gone = gone(wanted.compared());
            Selection selection = wanted.without(gone);
            new InstalledReports(runs, folders.at(directory)).requireNoOtherDatabase();
            SyncOutcome outcome = synchronize.sync(
                    request(last, selection.compared()), stop, (made, of) -> shown.phase(new Phase(made, of, "files")));
            publications.published(directory, selection.added());
            return new Published(
                    directory,
                    selection.added(),
                    outcome.counts().copied(),
                    outcome.counts().bytes(),
                    notes(unnoted(gone, noted)),
                    outcome.foreign());
        }

        /** Before the directory is looked into, which may fail. */
        private void owe(List<Run> unnoted) throws IOException {
            List<Run> owed = new ArrayList<>(unnoted);
            owed.removeAll(gone(unnoted));
            publications.owe(directory, owed);
        }

        private Set<Run> gone(List<Run> some) throws IOException {
            Set<Run> gone = new LinkedHashSet<>();
            for (Run run : some) {
                if (output.manifestSha256(run).isEmpty()) {
                    gone.add(run);
                }
            }
            return gone;
        }

        private static List<Run> unnoted(Collection<Run> some, Set<Long> noted) {
            return some.stream().filter(run -> !noted.contains(run.id())).toList();
        }

        /** What may come back, as what was not mounted does, is no reason to wake anybody yet. */
        private void requireAlive() {
            if (!tree.canBeDirectory(directory)) {
                throw Problem.failed(
                        "%s is not a directory".formatted(directory),
                        Remedy.mend("mount it"),
                        Remedy.mend("remove what is in its place"));
            }
        }

        private SyncRequest request(Run last, List<Run> compared) throws IOException {
            Set<String> scope = compared.stream().map(Run::directory).collect(Collectors.toSet());
            scope.add(ReportFolder.IDENTITY);
            return new SyncRequest(
                    new SyncRoute(output.place(), directory, scope),
                    SyncLimits.DEFAULT,
                    SyncRecord.of(last.name()),
                    List.of(new AddsOnly(expected(compared))),
                    false);
        }

        /** What the runs must hold, as far as the database vouches for their manifests. */
        private SortedMap<String, String> expected(List<Run> compared) throws IOException {
            SortedMap<String, String> expected = new TreeMap<>(CodePointOrder.INSTANCE);
            for (Run run : compared) {
                reports.requireInstalled(run);
                expected.putAll(new Listings(tree).of(output.place(), run));
            }
            return expected;
        }

        private List<String> notes(List<Run> lost) {
            if (lost.isEmpty()) {
                return List.of();
            }
            return List.of("not published, for they are no longer in %s: %d of the finished runs, the first of them %s"
                    .formatted(output.place(), lost.size(), lost.get(0).title()));
        }
    }
}
