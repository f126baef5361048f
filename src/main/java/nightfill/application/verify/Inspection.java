package nightfill.application.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nightfill.application.verify.FileTree.Kind;
import nightfill.application.verify.FileTree.Reading;
import nightfill.domain.proof.Chain.ChainedRun;
import nightfill.domain.proof.Foreign;
import nightfill.domain.proof.Manifest;
import nightfill.domain.words.CodePointOrder;

/** One look at directories with manifests: what is in them, and what is wrong so far. */
final class Inspection {

    private final ManifestReader manifests;
    private final SortedMap<String, Kind> found;
    private final List<ListedDirectory> directories = new ArrayList<>();
    private final Map<String, Reading> contents = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** @param found what is below the directory of the manifests */
    Inspection(ManifestReader manifests, SortedMap<String, Kind> found) {
        this.manifests = manifests;
        this.found = found;
    }

    List<String> faults() {
        return faults;
    }

    /** Compares directories, each named with a slash behind it or empty, with their manifests. */
    void look(List<String> prefixes) {
        prefixes.forEach(this::open);
        List<String> files = directories.stream()
                .flatMap(directory -> directory.toRead().stream())
                .toList();
        contents.putAll(manifests.tree().contents(manifests.directory(), files));
        directories.forEach(directory -> directory.reportFaults(contents, faults::add));
    }

    private void open(String prefix) {
        String path = prefix + Manifest.NAME;
        Kind kind = found.get(path);
        if (kind == null && isOnlyForeign(prefix)) {
            // as pruning leaves it
            return;
        }
        if (kind == null) {
            faults.add(Wording.of(path, "missing, so nothing says what belongs beside it"));
        } else if (kind != Kind.FILE) {
            faults.add(Wording.of(path, kind, "no manifest"));
        } else {
            manifests
                    .manifest(prefix, faults::add)
                    .ifPresent(manifest -> directories.add(
                            new ListedDirectory(prefix, manifest, ListedDirectory.below(prefix, found))));
        }
    }

    /** The runs among the directories, by their places. */
    SortedMap<String, ChainedRun> runs() {
        SortedMap<String, ChainedRun> runs = new TreeMap<>(CodePointOrder.INSTANCE);
        for (ListedDirectory directory : directories) {
            run(directory).ifPresent(run -> runs.put(directory.path(), run));
        }
        return runs;
    }

    private Optional<ChainedRun> run(ListedDirectory directory) {
        Reading manifest = contents.get(directory.prefix() + Manifest.NAME);
        if (manifest == null || found.get(directory.prefix() + ManifestReader.SUMMARY) != Kind.FILE) {
            return Optional.empty();
        }
        return manifests.links(directory.prefix(), faults::add).map(links -> {
            directory.reportDifferences(links, faults::add);
            return new ChainedRun(manifest.sha256(), links);
        });
    }

    Verdict verdict(int runs, List<String> notes) {
        List<Reading> whole = directories.stream()
                .flatMap(directory -> directory.whole(contents))
                .toList();
        long bytes = whole.stream().mapToLong(Reading::bytes).sum();
        List<String> all = new ArrayList<>(notes);
        foreign()
                .forEach(path -> all.add(
                        Wording.of(path, "a program or a system left it; it proves nothing, nor is it a fault")));
        return new Verdict(directories.size(), runs, whole.size(), bytes, faults, all);
    }

    private boolean isOnlyForeign(String prefix) {
        Set<String> below = ListedDirectory.below(prefix, found).keySet();
        return !below.isEmpty() && below.stream().allMatch(Foreign::is);
    }

    private List<String> foreign() {
        return found.keySet().stream()
                .filter(path -> found.get(path) != Kind.DIRECTORY && Foreign.is(path))
                .filter(path -> directories.stream().noneMatch(directory -> directory.isListed(path)))
                .toList();
    }
}
