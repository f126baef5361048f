package nightfill.domain.sync;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts the contents that have to be copied where no file of one tree is a directory of the other.
 *
 * <p>Seen from the contents, each path is an arrow from the one that leaves it to the one that comes. Moves follow such
 * arrows, each arrow once. What more arrows lead to than from has to be copied as often; apart from that only arrows
 * that all lead round in circles, and to nothing else, need one copy, for all of them together.
 */
final class FewestCopies {

    private final Map<String, Set<String>> wanted = new HashMap<>();
    private final Map<String, Set<String>> given = new HashMap<>();

    FewestCopies(Map<String, String> source, Map<String, String> destination) {
        note(source, destination, wanted);
        note(destination, source, given);
    }

    private static void note(Map<String, String> tree, Map<String, String> other, Map<String, Set<String>> paths) {
        tree.forEach((path, content) -> {
            boolean moves = !content.equals(Replay.EMPTY) && !Replay.isManifest(path);
            if (moves && !content.equals(other.get(path))) {
                paths.computeIfAbsent(content, first -> new TreeSet<>()).add(path);
            }
        });
    }

    int count() {
        int lacking = wanted.keySet().stream()
                .mapToInt(content ->
                        Math.max(0, wanted(content).size() - given(content).size()))
                .sum();
        return lacking + circles();
    }

    private int circles() {
        int circles = 0;
        Set<String> seen = new HashSet<>();
        for (String content : wanted.keySet()) {
            Set<String> together = new HashSet<>();
            collect(content, together);
            if (seen.addAll(together) && together.stream().allMatch(this::leadsRound)) {
                circles++;
            }
        }
        return circles;
    }

    private void collect(String content, Set<String> together) {
        if (together.add(content)) {
            wanted(content).forEach(path -> collectHolders(given, path, together));
            given(content).forEach(path -> collectHolders(wanted, path, together));
        }
    }

    private void collectHolders(Map<String, Set<String>> paths, String path, Set<String> together) {
        paths.forEach((content, holders) -> {
            if (holders.contains(path)) {
                collect(content, together);
            }
        });
    }

    private boolean leadsRound(String content) {
        return wanted(content).size() == given(content).size()
                && given.values().stream().flatMap(Collection::stream).toList().containsAll(wanted(content))
                && wanted.values().stream().flatMap(Collection::stream).toList().containsAll(given(content));
    }

    private Set<String> wanted(String content) {
        return wanted.getOrDefault(content, Set.of());
    }

    private Set<String> given(String content) {
        return given.getOrDefault(content, Set.of());
    }
}
