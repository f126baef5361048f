package nightfill.adapter.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nightfill.domain.proof.Sha256;
import org.apache.commons.io.function.IOConsumer;

/** Makes files and directories outlast a loss of power, and removes trees. */
public final class Durable {

    private Durable() {}

    /** Forces a directory's entries, or a file's bytes, to disk. */
    public static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes a new file, and returns it when its bytes are on disk. */
    public static Path write(Path file, byte[] bytes) throws IOException {
        write(file, out -> out.write(bytes));
        return file;
    }

    /** Returns the SHA-256 of what was written. */
    private static String write(Path path, IOConsumer<OutputStream> text) throws IOException {
        Sha256 sha256 = new Sha256();
        try (NewFile file = new NewFile(path)) {
            OutputStream buffered = new BufferedOutputStream(sha256.over(file));
            text.accept(buffered);
            buffered.flush();
            file.force();
        }
        return sha256.hex();
    }

    /** Puts a file in place of what was there, as a whole or not at all; if somebody else's comes there, that is told. */
    public static void replace(Path file, IOConsumer<OutputStream> text) throws IOException {
        Aside aside = Aside.of(file);
        String unfinished = aside.nextName();
        String name = Entries.name(file);
        try (OpenDirectory directory = OpenDirectory.of(aside.directory())) {
            aside.clear(directory);
            try {
                String written = directory.making(unfinished, path -> write(path, text));
                directory.rename(unfinished, directory, name);
                if (!directory.reading(name, ContentReader::sha256).equals(written)) {
                    throw new FileSystemException(file.toString(), null, "it was replaced by somebody at once");
                }
            } finally {
                aside.clear(directory);
            }
            directory.force();
        }
    }

    /** Renames at once, and returns when the new name is on disk. */
    public static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        sync(to.resolveSibling(""));
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
        if (Files.isDirectory(tree.resolveSibling(""))) {
            try (OpenDirectory directory = OpenDirectory.of(tree.resolveSibling(""))) {
                new Entry(directory, Entries.name(tree)).remove();
            }
        }
    }

    /** A directory and all that is below it, each entry before the directory that it is in. */
    public static List<Path> deepestFirst(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
