package nightfill.application.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.verify.FileTree;
import nightfill.domain.proof.Manifest;
import nightfill.domain.run.Run;
import nightfill.domain.words.CodePointOrder;

/** Reads in OUTPUT what belongs to a run. */
record Listings(FileTree tree) {

    /**
     * SHA-256 of every file of a finished run, its manifest included, by path.
     *
     * @throws Problem (refused) when its manifest is not one
     */
    SortedMap<String, String> of(Path output, Run run) throws IOException {
        String path = run.directory() + "/" + Manifest.NAME;
        Manifest manifest = tree.text(output, path)
                .map(Manifest::parse)
                .filter(it -> it.faults().isEmpty())
                .orElseThrow(() -> Problem.refused("%s is not a manifest".formatted(output.resolve(path)), Act.VERIFY));
        SortedMap<String, String> files = new TreeMap<>(CodePointOrder.INSTANCE);
        manifest.listed().forEach((name, sha256) -> files.put(run.directory() + "/" + name, sha256));
        files.put(path, String.valueOf(run.manifestSha256()));
        return files;
    }
}
