package nightfill.domain.sync;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Delete;
import nightfill.domain.words.CodePointOrder;

/**
 * The manifests that cannot stay as they are, because something beside or below them changes: they go before the first
 * of these changes and come, if the source has them, after the last.
 */
final class Manifests {

    private final Map<String, String> source;
    private final Map<String, String> destination;
    private final Set<String> changing = new HashSet<>();

    /** What lies around comes before what lies within. */
    private final List<String> stale;

    Manifests(Map<String, String> source, Map<String, String> destination) {
        this.source = source;
        this.destination = destination;
        noteChanges(source, destination);
        noteChanges(destination, source);
        this.stale = Stream.of(source, destination)
                .flatMap(tree -> tree.keySet().stream())
                .filter(Names::isManifest)
                .filter(manifest -> changing.contains(Names.directory(manifest)))
                .distinct()
                .sorted(Comparator.comparing(Names::directory, CodePointOrder.INSTANCE))
                .toList();
    }

    private void noteChanges(Map<String, String> tree, Map<String, String> other) {
        tree.forEach((path, content) -> {
            if (!content.equals(other.get(path))) {
                changing.addAll(Names.covering(path));
            }
        });
    }

    /** What is left of a tree to be planned without regard to manifests that change with it. */
    Map<String, String> allBut(Map<String, String> tree) {
        Map<String, String> rest = new HashMap<>(tree);
        stale.forEach(rest::remove);
        return rest;
    }

    /** The same actions, and those of the manifests that change with them. */
    List<SyncAction> weaveInto(List<SyncAction> actions) {
        Weaving weaving = new Weaving(actions);
        for (String manifest : stale) {
            if (destination.containsKey(manifest)) {
                weaving.beforeAllIn(Names.directory(manifest), new Delete(manifest));
            }
            String content = source.get(manifest);
            if (content != null) {
                weaving.afterAllIn(Names.directory(manifest), new Copy(manifest, content));
            }
        }
        return weaving.woven();
    }
}
