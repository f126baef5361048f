package nightfill.application.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import nightfill.application.problem.FileTrouble;
import nightfill.domain.proof.Manifest;
import nightfill.domain.proof.RunLinks;

/** Reads manifests and summaries below a directory, whoever wrote them. */
record ManifestReader(FileTree tree, SummaryLinks links, Path directory) {

    static final String SUMMARY = "summary.json";

    /** Says why the manifest cannot be read, if it cannot. */
    Optional<Manifest> manifest(String prefix, Consumer<String> faults) {
        return text(prefix + Manifest.NAME, faults).map(Manifest::parse);
    }

    /** Says why the summary is none, if it is none. */
    Optional<RunLinks> links(String prefix, Consumer<String> faults) {
        Optional<String> text = text(prefix + SUMMARY, faults);
        Optional<RunLinks> read = text.flatMap(links::read);
        if (text.isPresent() && read.isEmpty()) {
            faults.accept(prefix + SUMMARY + ": not the summary of a run");
        }
        return read;
    }

    /** The same for another directory. */
    ManifestReader at(Path other) {
        return new ManifestReader(tree, links, other);
    }

    /** Whether there is a directory of that name, rather than a link to one. */
    boolean exists(String name) {
        return tree.directory(directory.resolve(name)).equals(Optional.of(directory.resolve(name)));
    }

    private Optional<String> text(String path, Consumer<String> faults) {
        try {
            Optional<String> text = tree.text(directory, path);
            if (text.isEmpty()) {
                faults.accept(path + ": not UTF-8");
            }
            return text;
        } catch (IOException e) {
            faults.accept(path + ": cannot be read: " + FileTrouble.of(e));
            return Optional.empty();
        }
    }
}
