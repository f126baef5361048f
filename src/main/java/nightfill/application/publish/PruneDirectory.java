package nightfill.application.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.StopToken;
import nightfill.application.report.InstalledReports;
import nightfill.application.report.OtherDatabase;
import nightfill.application.report.ReportFolder;
import nightfill.application.report.ReportFolders;
import nightfill.application.run.Runs;
import nightfill.application.sync.SyncLimits;
import nightfill.application.sync.SyncRecord;
import nightfill.application.sync.SyncRequest;
import nightfill.application.sync.SyncRoute;
import nightfill.application.sync.Synchronize;
import nightfill.application.verify.FileTree;
import nightfill.application.verify.FileTree.Kind;
import nightfill.domain.proof.Foreign;
import nightfill.domain.run.Run;
import nightfill.domain.sync.SyncAction;
import nightfill.domain.words.CodePointOrder;
import nightfill.domain.words.Limit;

/** Deletes from a publish directory the runs that are not in OUTPUT, and the files that no run lists. */
public record PruneDirectory(Runs runs, ReportFolders folders, FileTree tree, Synchronize synchronize) {

    /**
     * Deletes no more files than the limit allows of those that are there; returns how many these were.
     *
     * @throws Problem (refused) when they are more, or a directory is not this database's, (busy) while another sync is
     *     at work on the directory, (failed) when a file cannot be deleted
     */
    public List<String> prune(Path output, Path directory, Limit limit, StopToken stop) {
        try {
            return new Pruning(folders.at(output), directory).prune(limit, stop);
        } catch (IOException e) {
            throw Problem.failed("%s cannot be pruned".formatted(directory), e);
        }
    }

    /** One directory, from the first look to the last delete. */
    private final class Pruning {

        private final ReportFolder output;
        private final InstalledReports reports;
        private final Path directory;

        private Pruning(ReportFolder output, Path directory) {
            this.output = output;
            this.reports = new InstalledReports(runs, output);
            this.directory = directory;
        }

        private List<String> prune(Limit limit, StopToken stop) throws IOException {
            reports.requireSameDatabase();
            Run last = reports.requireLast(runs.everFinished());
            Set<String> files = files();
            Set<String> superfluous = superfluous(files);
            if (superfluous.isEmpty()) {
                return List.of();
            }
            requirePublished();
            SyncRequest request = new SyncRequest(
                    new SyncRoute(output.place(), directory, superfluous),
                    new SyncLimits(Limit.NONE, true),
                    SyncRecord.of(last.name()),
                    List.of(new DeletesOnly(limit, files.size())),
                    false);
            return synchronize.sync(request, stop).actions().stream()
                    .map(SyncAction::path)
                    .toList();
        }

        private Set<String> files() throws IOException {
            Set<String> files = new TreeSet<>(CodePointOrder.INSTANCE);
            if (tree.directory(directory).isPresent()) {
                tree.list(directory).forEach((path, kind) -> {
                    if (kind != Kind.DIRECTORY && kind != Kind.UNREADABLE) {
                        files.add(path);
                    }
                });
            }
            return files;
        }

        /** What is in OUTPUT too is left alone, whatever it is. */
        private Set<String> superfluous(Set<String> files) throws IOException {
            Set<String> superfluous = new TreeSet<>(files);
            superfluous.remove(ReportFolder.IDENTITY);
            superfluous.removeIf(Foreign::is);
            superfluous.removeAll(tree.list(output.place()).keySet());
            Set<String> existing = Set.copyOf(output.directories());
            for (Run run : runs.everFinished()) {
                if (existing.contains(run.directory())) {
                    reports.requireInstalled(run);
                    superfluous.removeAll(
                            new Listings(tree).of(output.place(), run).keySet());
                }
            }
            return superfluous;
        }

        /** Where nothing was ever published, nothing is deleted. */
        private void requirePublished() throws IOException {
            Optional<String> owner = folders.at(directory).databaseId();
            if (!owner.equals(Optional.of(runs.databaseId()))) {
                throw Problem.refused(
                        "%s is not a publish directory of this database, so nothing is deleted there: it %s"
                                .formatted(
                                        directory,
                                        owner.map(id -> "belongs to " + new OtherDatabase(id).words())
                                                .orElse("has no " + ReportFolder.IDENTITY)),
                        Remedy.mend("name the right one"));
            }
        }
    }
}
