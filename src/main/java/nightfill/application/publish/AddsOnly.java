package nightfill.application.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import nightfill.application.report.ReportFolder;
import nightfill.application.sync.GuardVerdict;
import nightfill.application.sync.PreviewedSync;
import nightfill.application.sync.SyncGuard;
import nightfill.application.sync.SyncRoute;
import nightfill.domain.proof.Manifest;

/**
 * Lets whole runs be added, or completed where no manifest says that they are whole, and objects to whatever would change
 * one that stands.
 *
 * @param expected SHA-256 of every file of the runs that the publication is about, their manifests included, by path
 */
record AddsOnly(SortedMap<String, String> expected) implements SyncGuard {

    @Override
    public GuardVerdict judge(PreviewedSync preview) {
        List<String> faults = new ArrayList<>();
        tellSource(preview.route(), preview.source().hashes(), faults);
        if (faults.isEmpty()) {
            tellIdentity(preview, faults);
            tellDestination(preview.route(), preview.destination().hashes(), faults);
        }
        return new GuardVerdict("adds-only", faults.isEmpty(), faults.isEmpty() ? "no run is changed" : told(faults));
    }

    private void tellSource(SyncRoute route, Map<String, String> files, List<String> faults) {
        expected.forEach((path, sha256) -> {
            if (!sha256.equals(files.get(path))) {
                faults.add("%s is missing or was altered; put back the file with SHA-256 %s"
                        .formatted(route.source().resolve(path), sha256));
            }
        });
        files.keySet().stream()
                .filter(path -> !path.equals(ReportFolder.IDENTITY) && !expected.containsKey(path))
                .forEach(path -> faults.add("%s belongs to no run, or is not listed in its manifest; remove it"
                        .formatted(route.source().resolve(path))));
    }

    private static void tellIdentity(PreviewedSync preview, List<String> faults) {
        String theirs = preview.destination().hashes().get(ReportFolder.IDENTITY);
        if (theirs != null && !theirs.equals(preview.source().hashes().get(ReportFolder.IDENTITY))) {
            faults.add("%s holds the reports of another database; name the right directory"
                    .formatted(preview.route().destination()));
        }
    }

    private void tellDestination(SyncRoute route, Map<String, String> files, List<String> faults) {
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

    private static String differs(SyncRoute route, String path, String how, String remedy) {
        int name = path.lastIndexOf('/') + 1;
        return "%s differs from the run as it was published: %s %s; %s, for nothing that stands there is ever changed"
                .formatted(route.destination().resolve(path.substring(0, name)), path.substring(name), how, remedy);
    }

    private static String manifestBeside(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1) + Manifest.NAME;
    }

    private static String told(List<String> faults) {
        return faults.get(0) + (faults.size() == 1 ? "" : " (and %d more)".formatted(faults.size() - 1));
    }
}
