package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directory trees: deleting them, and giving them their true name so that it lasts. */
final class Trees {

    private Trees() {}

    static void delete(Path root) throws IOException {
        for (Path path : deepestFirst(root)) {
            Files.delete(path);
        }
    }

    static List<Path> deepestFirst(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }

    /** Renames in one step, and returns when the new name is on the disk. */
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        sync(to.resolveSibling(""));
    }

    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            channel.force(true);
        }
    }
}
