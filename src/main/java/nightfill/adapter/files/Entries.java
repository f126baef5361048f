package nightfill.adapter.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nightfill.domain.words.CodePointOrder;

/** What is in a directory itself. */
public final class Entries {

    private Entries() {}

    /** In the order of their names; none where there is no such directory. */
    public static List<Path> of(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            // paths of one directory sort as their names do
            return entries.sorted(Comparator.comparing(Path::toString, CodePointOrder.INSTANCE))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Those whose whole name matches a regular expression. */
    public static List<Path> of(Path directory, String names) throws IOException {
        return of(directory).stream()
                .filter(entry -> name(entry).matches(names))
                .toList();
    }

    public static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }

    /** Whether its name says which entry it is; other programs may choose bytes that are no text here. */
    static boolean isText(Path entry) {
        try {
            return entry.resolveSibling(name(entry)).equals(entry);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The name, which is that of an entry, and no way to elsewhere. */
    static String requireName(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.contains("/")) {
            throw new IllegalArgumentException("not the name of an entry: " + name);
        }
        return name;
    }
}
