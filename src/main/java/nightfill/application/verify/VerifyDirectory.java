package nightfill.application.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.verify.FileTree.Kind;
import nightfill.domain.proof.Manifest;

/** Checks a directory against its manifest, or every run in it against its own and the chain that they form. */
public record VerifyDirectory(FileTree tree, SummaryLinks links) {

    /**
     * Verifies it, and reads all of it to that end.
     *
     * @throws Problem (usage) when there is no such directory, (failed) when it cannot be listed
     */
    public Verdict verify(Path named) {
        Path directory = tree.directory(named)
                .orElseThrow(() -> Problem.usage(
                        "%s is not a directory".formatted(named), Remedy.mend("name the one that is to be verified")));
        try {
            return verdict(directory, tree.list(directory));
        } catch (IOException e) {
            throw Problem.failed("%s cannot be listed".formatted(directory), e);
        }
    }

    private Verdict verdict(Path directory, SortedMap<String, Kind> found) {
        ManifestReader manifests = new ManifestReader(tree, links, directory);
        return found.containsKey(Manifest.NAME)
                ? new SingleDirectory(manifests, found).verify()
                : new PublishedRuns(manifests, found).verify();
    }
}
