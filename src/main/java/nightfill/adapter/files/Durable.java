package nightfill.adapter.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes files and directories outlast a loss of power, and removes trees. */
public final class Durable {

    private Durable() {}

    /** Forces a directory's entries, or a file's bytes, to disk. */
    public static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    public static void write(Path file, byte[] bytes) throws IOException {
        try (OutputStream out = new NamedOutput(file)) {
            out.write(bytes);
        }
        sync(file);
    }

    /** Makes a directory, and those on the way to it. */
    public static void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            createDirectories(directory.resolveSibling(""));
            Files.createDirectories(directory);
            sync(directory.resolveSibling(""));
        }
    }

    /** Removes a directory, and the one that it lies in if nothing else does. */
    public static void removeWithParent(Path tree) throws IOException {
        remove(tree);
        try {
            Files.deleteIfExists(tree.resolveSibling(""));
        } catch (DirectoryNotEmptyException e) {
            // others lie there
        }
    }

    /** Removes a directory with all that is in it; links are removed, not followed. */
    public static void remove(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(tree)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
