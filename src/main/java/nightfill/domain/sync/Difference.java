package nightfill.domain.sync;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import nightfill.domain.words.CodePointOrder;

/**
 * Where two trees differ.
 *
 * @param wanted the source's paths that lack their content in the destination, in path order
 * @param unkept the destination's paths whose content does not stay there, in path order
 */
record Difference(
        Map<String, String> source, Map<String, String> destination, List<String> wanted, List<String> unkept) {

    static Difference of(Map<String, String> source, Map<String, String> destination) {
        return new Difference(source, destination, without(source, destination), without(destination, source));
    }

    /** The content of a path of the source. */
    String wantedAt(String place) {
        return Objects.requireNonNull(source.get(place), place);
    }

    private static List<String> without(Map<String, String> tree, Map<String, String> other) {
        return tree.entrySet().stream()
                .filter(file -> !file.getValue().equals(other.get(file.getKey())))
                .map(Map.Entry::getKey)
                .sorted(CodePointOrder.INSTANCE)
                .toList();
    }
}
