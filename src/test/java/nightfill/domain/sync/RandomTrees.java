package nightfill.domain.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A source and a destination drawn from a seed, small enough for names, directories, contents and manifests to collide.
 */
record RandomTrees(Map<String, String> source, Map<String, String> destination) {

    static RandomTrees drawn(long seed) {
        Random random = new Random(seed);
        List<String> names = names(random);
        Map<String, String> source = tree(random, names);
        Map<String, String> destination = random.nextBoolean() ? tree(random, names) : changed(source, random, names);
        return new RandomTrees(source, destination);
    }

    /** A few, so that much happens to each; manifests for a third of the trees. */
    private static List<String> names(Random random) {
        List<String> names = new ArrayList<>(List.of("a", "b", "c", "a-b", "d").subList(0, 2 + random.nextInt(4)));
        if (random.nextInt(3) == 0) {
            names.add("MANIFEST.sha256");
        }
        return names;
    }

    private static Map<String, String> tree(Random random, List<String> names) {
        Map<String, String> tree = new HashMap<>();
        int contents = 1 + random.nextInt(9);
        int files = random.nextInt(random.nextInt(20) == 0 ? 40 : 10);
        for (int file = 0; file < files; file++) {
            addIfPossible(tree, path(random, names), content(random, contents));
        }
        return tree;
    }

    /** The same files with their contents, and sometimes their names, mixed up, and a few others. */
    private static Map<String, String> changed(Map<String, String> tree, Random random, List<String> names) {
        List<String> contents = new ArrayList<>(tree.values());
        Collections.shuffle(contents, random);
        Map<String, String> changed = new HashMap<>();
        for (String path : tree.keySet().stream().sorted().toList()) {
            String content = contents.remove(0);
            boolean stays = random.nextInt(4) > 0;
            addIfPossible(changed, stays ? path : path(random, names), content);
        }
        addIfPossible(changed, path(random, names), content(random, 9));
        return changed;
    }

    private static void addIfPossible(Map<String, String> tree, String path, String content) {
        boolean collides =
                tree.keySet().stream().anyMatch(other -> path.startsWith(other + "/") || other.startsWith(path + "/"));
        if (!collides) {
            tree.put(path, content);
        }
    }

    private static String path(Random random, List<String> names) {
        return Stream.generate(() -> names.get(random.nextInt(names.size())))
                .limit(1 + random.nextInt(3))
                .collect(Collectors.joining("/"));
    }

    private static String content(Random random, int contents) {
        int content = random.nextInt(contents + 1);
        return content == 0 ? Replay.EMPTY : "content-" + content;
    }

    /** Whether one is a file where the other needs a directory. */
    static boolean collide(String path, String other) {
        return path.startsWith(other + "/") || other.startsWith(path + "/");
    }

    boolean hasFileForDirectory() {
        return source.keySet().stream()
                .anyMatch(path -> destination.keySet().stream().anyMatch(other -> collide(path, other)));
    }

    /** The paths of either tree at which they differ. */
    Set<String> changed() {
        Set<String> paths = new HashSet<>(source.keySet());
        paths.addAll(destination.keySet());
        paths.removeIf(path -> Objects.equals(source.get(path), destination.get(path)));
        return paths;
    }

    /** The same tree in another order. */
    static Map<String, String> shuffled(Map<String, String> tree, long seed) {
        List<String> paths = new ArrayList<>(tree.keySet());
        Collections.shuffle(paths, new Random(seed));
        Map<String, String> shuffled = new LinkedHashMap<>();
        paths.forEach(path -> shuffled.put(path, String.valueOf(tree.get(path))));
        return shuffled;
    }
}
