package nightfill.application.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nightfill.application.problem.FileTrouble;
import nightfill.domain.words.CodePointOrder;
import nightfill.harness.InMemoryDisk;

/** Directories on a disk in memory; a text with half a surrogate pair is none in UTF-8. */
public record InMemoryFileTree(InMemoryDisk disk) implements FileTree {

    /** A text that no file in UTF-8 holds. */
    public static final String NO_UTF_8 = "\uD800";

    @Override
    public Optional<Path> directory(Path named) {
        return Optional.of(named.normalize()).filter(disk::isDirectory);
    }

    @Override
    public boolean canBeDirectory(Path named) {
        Path at = named;
        while (!disk.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return disk.isDirectory(at) || at.getParent() == null;
    }

    @Override
    public SortedMap<String, Kind> list(Path directory) throws IOException {
        disk.requireSound(directory);
        if (!disk.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        SortedMap<String, Kind> found = new TreeMap<>(CodePointOrder.INSTANCE);
        disk.directoriesBelow(directory).forEach(place -> found.put(path(directory, place), Kind.DIRECTORY));
        disk.below(directory).forEach(file -> found.put(path(directory, file), Kind.FILE));
        disk.others(directory).forEach((place, what) -> found.put(path(directory, place), kind(what)));
        return found;
    }

    private static String path(Path directory, Path place) {
        return directory.relativize(place).toString();
    }

    private static Kind kind(String what) {
        return what.equals("link") ? Kind.LINK : Kind.OTHER;
    }

    @Override
    public Optional<String> text(Path directory, String path) throws IOException {
        return Optional.of(read(directory.resolve(path))).filter(UTF_8.newEncoder()::canEncode);
    }

    @Override
    public Map<String, Reading> contents(Path directory, Collection<String> paths) {
        Map<String, Reading> contents = new HashMap<>();
        paths.forEach(path -> contents.put(path, reading(directory.resolve(path))));
        return contents;
    }

    private Reading reading(Path file) {
        try {
            String text = read(file);
            return new Reading(InMemoryDisk.sha256(text), text.getBytes(UTF_8).length, "");
        } catch (IOException e) {
            return new Reading("", 0, FileTrouble.of(e));
        }
    }

    private String read(Path file) throws IOException {
        if (disk.exists(file) && !disk.isFile(file)) {
            throw new FileSystemException(file.toString(), null, "it is no file");
        }
        return disk.read(file);
    }
}
