package nightfill.application.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nightfill.application.verify.FileTree.Reading;
import nightfill.domain.proof.Chain.ChainedRun;
import nightfill.domain.proof.Manifest;
import nightfill.domain.proof.RunLinks;
import nightfill.domain.words.CodePointOrder;
import org.jspecify.annotations.Nullable;

/** Looks up the runs that come before one, by their manifests and summaries alone. */
final class Ancestry {

    private final ManifestReader manifests;
    private final List<String> faults;
    private final SortedMap<String, ChainedRun> known = new TreeMap<>(CodePointOrder.INSTANCE);
    private final Deque<String> ahead = new ArrayDeque<>();

    /** @param manifests of the directory that holds the runs */
    Ancestry(ManifestReader manifests, List<String> faults) {
        this.manifests = manifests;
        this.faults = faults;
    }

    /** The run and those before it, as far as they are there. */
    SortedMap<String, ChainedRun> of(String directory, ChainedRun youngest) {
        add(directory, youngest);
        while (!ahead.isEmpty()) {
            String earlier = ahead.remove();
            if (!known.containsKey(earlier)) {
                find(earlier).ifPresent(run -> add(earlier, run));
            }
        }
        return known;
    }

    private void add(String directory, ChainedRun run) {
        known.put(directory, run);
        lookFor(run.links().previous());
        lookFor(run.links().replaces());
    }

    private void lookFor(RunLinks.@Nullable Reference reference) {
        if (reference != null) {
            ahead.add(reference.directory());
        }
    }

    private Optional<ChainedRun> find(String directory) {
        if (!manifests.exists(directory)) {
            return Optional.empty();
        }
        String prefix = directory + "/";
        Map<String, Reading> contents = manifests
                .tree()
                .contents(manifests.directory(), List.of(prefix + Manifest.NAME, prefix + ManifestReader.SUMMARY));
        return manifests.manifest(prefix, faults::add).flatMap(manifest -> {
            if (!summary(prefix, contents).equals(manifest.listed().get(ManifestReader.SUMMARY))) {
                faults.add(prefix + ManifestReader.SUMMARY
                        + ": not the one that the manifest lists; the chain ends there");
                return Optional.empty();
            }
            String sha256 =
                    Objects.requireNonNull(contents.get(prefix + Manifest.NAME)).sha256();
            return manifests.links(prefix, faults::add).map(links -> new ChainedRun(sha256, links));
        });
    }

    private static String summary(String prefix, Map<String, Reading> contents) {
        return Objects.requireNonNull(contents.get(prefix + ManifestReader.SUMMARY))
                .sha256();
    }
}
