package nightfill.adapter.files.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Small trees in which names and contents often meet: files, directories in their places, empty ones, and links. */
final class RandomTrees {

    private static final List<String> NAMES = List.of("a", "b c", "d", "MANIFEST.sha256");
    private static final List<String> CONTENTS = List.of("", "1", "22", "333", "4444", "55555");

    private final Random random;

    private RandomTrees(long seed) {
        this.random = new Random(seed);
    }

    /** The same seed makes the same source and the same destination. */
    static TwoDirectories below(Path root, long seed) {
        TwoDirectories two = new TwoDirectories(root).unrecorded();
        try {
            RandomTrees trees = new RandomTrees(seed);
            trees.fill(Files.createDirectories(two.source()), 0);
            trees.fill(Files.createDirectories(two.destination()), 0);
            return two;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Path directory, int depth) throws IOException {
        for (String name : NAMES) {
            Path path = directory.resolve(name);
            int kind = random.nextInt(20);
            if (kind < 9) {
                Files.writeString(path, CONTENTS.get(random.nextInt(CONTENTS.size())));
            } else if (kind < 14 && depth < 3) {
                fill(Files.createDirectory(path), depth + 1);
            } else if (kind == 19) {
                Files.createSymbolicLink(path, directory.resolve(NAMES.get(random.nextInt(NAMES.size()))));
            }
        }
    }
}
