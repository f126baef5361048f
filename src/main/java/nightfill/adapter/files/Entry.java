package nightfill.adapter.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nightfill.domain.proof.Content;
import org.apache.commons.io.function.IOConsumer;
import org.apache.commons.io.function.IOFunction;

/** What has a name in a directory that is open, or will have it. */
public record Entry(OpenDirectory directory, String name) {

    private static final int ATTEMPTS = 20;

    /** Lets work do something with the entry to which names lead from a directory, as {@code a/b/c}, and no link. */
    public static <T> T at(OpenDirectory root, String way, IOFunction<Entry, T> work) throws IOException {
        return within(root, parent(way), directory -> work.apply(new Entry(directory, last(way))));
    }

    /** The same for work that returns nothing. */
    public static void on(OpenDirectory root, String way, IOConsumer<Entry> work) throws IOException {
        at(root, way, entry -> {
            work.accept(entry);
            return entry;
        });
    }

    /** Lets work do something in the directory to which names lead from another, and no link. */
    public static <T> T within(OpenDirectory root, String way, IOFunction<OpenDirectory, T> work) throws IOException {
        Depth.require(root.place(), root.place().resolve(way));
        return enter(root, way, work);
    }

    private static <T> T enter(OpenDirectory root, String way, IOFunction<OpenDirectory, T> work) throws IOException {
        if (way.isEmpty()) {
            return work.apply(root);
        }
        String[] names = way.split("/", 2);
        try (OpenDirectory next = root.enter(names[0])) {
            return enter(next, names.length == 1 ? "" : names[1], work);
        }
    }

    /** The way to what an entry lies in, empty for the root itself. */
    public static String parent(String way) {
        return way.substring(0, Math.max(0, way.lastIndexOf('/')));
    }

    public static String last(String way) {
        return way.substring(way.lastIndexOf('/') + 1);
    }

    /** Where it is, for people. */
    public Path place() {
        return directory.place().resolve(name);
    }

    /**
     * What it is.
     *
     * @throws NoSuchFileException where there is nothing
     */
    public PosixFileAttributes attributes() throws IOException {
        return directory.look(name).orElseThrow(() -> new NoSuchFileException(place().toString()));
    }

    /** Makes an empty file of it, which is not there yet. */
    public void makeFile() throws IOException {
        directory.making(name, Files::createFile);
    }

    /** Makes a directory of it, which is not there yet. */
    public void makeDirectory() throws IOException {
        directory.making(name, Files::createDirectory);
    }

    /** Lets work read the file by a path that leads to that very file. */
    public <T> T reading(IOFunction<Path, T> work) throws IOException {
        return directory.reading(name, work);
    }

    /** Hashes the file, which is opened once. */
    public Content hash(ContentReader reader) throws IOException {
        return directory.using(name, Descriptor::ofFile, reader::hash);
    }

    /** Removes it, if it is there, with all that is in it; links go, and what they lead to stays. */
    public void remove() throws IOException {
        removeBelow(directory.place());
    }

    private void removeBelow(Path top) throws IOException {
        if (directory.isDirectory(name)) {
            Depth.require(top, place());
            try (OpenDirectory inner = directory.enter(name)) {
                for (Entry entry : toRemove(inner)) {
                    entry.removeBelow(top);
                }
            }
        }
        directory.delete(name);
    }

    /** All that is in a directory of ours, to be removed; what has a name that is no text here gets another first. */
    public static List<Entry> toRemove(OpenDirectory directory) throws IOException {
        List<Entry> all = new ArrayList<>();
        for (Path path : directory.entries()) {
            Path place = directory.place().resolve(path.getFileName());
            Path named = Entries.isText(path) ? path : Renamed.naming(path, () -> place, Entry::named);
            all.add(new Entry(directory, Entries.name(named)));
        }
        return all;
    }

    private static Path named(Path path) throws IOException {
        return Files.move(path, path.resolveSibling(UUID.randomUUID().toString()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes a directory, if it is there, unless something is in it. */
    public void removeIfEmpty() throws IOException {
        for (int attempt = 1; !isRemovedOrFull(attempt); attempt++) {
            // somebody has put something of another kind there between two looks of the system
        }
    }

    private boolean isRemovedOrFull(int attempt) throws IOException {
        try {
            directory.delete(name);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return true;
        } catch (FileSystemException e) {
            if (attempt == ATTEMPTS) {
                throw e;
            }
            return false;
        }
    }
}
