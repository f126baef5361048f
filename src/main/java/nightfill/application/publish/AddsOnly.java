package nightfill.application.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.report.ReportFolder;
import nightfill.application.sync.GuardVerdict;
import nightfill.application.sync.PreviewedSync;
import nightfill.application.sync.SyncGuard;
import nightfill.application.sync.SyncRoute;
import nightfill.domain.proof.Manifest;

/**
 * Lets whole runs be added, or completed where no manifest says that they are whole, and objects to whatever would change
 * one that is there.
 *
 * @param expected SHA-256 of every file of the runs that the publication is about, their manifests included, by path
 */
record AddsOnly(SortedMap<String, String> expected) implements SyncGuard {

    @Override
    public GuardVerdict judge(PreviewedSync preview) {
        List<Problem> faults = new ArrayList<>();
        addSource(preview.route(), preview.source().hashes(), faults);
        if (faults.isEmpty()) {
            addIdentity(preview, faults);
            addDestination(preview.route(), preview.destination().hashes(), faults);
        }
        if (!faults.isEmpty()) {
            throw faults.size() == 1 ? faults.get(0) : faults.get(0).and("%d faults in all".formatted(faults.size()));
        }
        return new GuardVerdict("adds-only", "no run is changed");
    }

    private void addSource(SyncRoute route, Map<String, String> files, List<Problem> faults) {
        expected.forEach((path, sha256) -> {
            if (!sha256.equals(files.get(path))) {
                faults.add(Problem.refused(
                        "%s is missing or was altered".formatted(route.source().resolve(path)),
                        Remedy.mend("put back the file with SHA-256 " + sha256)));
            }
        });
        files.keySet().stream()
                .filter(path -> !path.equals(ReportFolder.IDENTITY) && !expected.containsKey(path))
                .forEach(path -> faults.add(Problem.refused(
                        "%s belongs to no run, or is not listed in its manifest"
                                .formatted(route.source().resolve(path)),
                        Remedy.mend("remove it"))));
    }

    private static void addIdentity(PreviewedSync preview, List<Problem> faults) {
        String theirs = preview.destination().hashes().get(ReportFolder.IDENTITY);
        if (theirs != null && !theirs.equals(preview.source().hashes().get(ReportFolder.IDENTITY))) {
            faults.add(Problem.refused(
                    "%s has the reports of another database"
                            .formatted(preview.route().destination()),
                    Remedy.mend("name the right directory")));
        }
    }

    private void addDestination(SyncRoute route, Map<String, String> files, List<Problem> faults) {
        files.forEach((path, sha256) -> {
            String right = expected.get(path);
            if (right == null && !path.equals(ReportFolder.IDENTITY)) {
                faults.add(differs(route, path, "does not belong there", "remove it"));
            } else if (right != null && !right.equals(sha256)) {
                faults.add(differs(route, path, "was altered", "put it back as it was published"));
            }
        });
        expected.keySet().stream()
                .filter(path -> !files.containsKey(path) && files.containsKey(manifestBeside(path)))
                .forEach(path -> faults.add(differs(route, path, "is missing", "put it back as it was published")));
    }

    private static Problem differs(SyncRoute route, String path, String how, String remedy) {
        int name = path.lastIndexOf('/') + 1;
        return Problem.refused(
                "%s differs from the run as it was published: %s %s"
                        .formatted(route.destination().resolve(path.substring(0, name)), path.substring(name), how),
                Remedy.mend(remedy + ", for nothing that is there is ever changed"));
    }

    private static String manifestBeside(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1) + Manifest.NAME;
    }
}
