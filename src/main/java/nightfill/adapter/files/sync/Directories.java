package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;

/** The directories of a destination while a plan is carried out; safe for several threads. */
final class Directories {

    private final OpenDirectory root;
    private final FileOperations operations;
    private final NavigableSet<String> existing;
    private final Set<String> changed = new TreeSet<>();

    Directories(OpenDirectory root, Collection<String> existing, FileOperations operations) {
        this.root = root;
        this.existing = new TreeSet<>(existing);
        this.operations = operations;
    }

    /** Lets a file have its place: directories on the way to it are made, and empty ones in its way removed. */
    synchronized void makeRoom(String path) throws IOException {
        if (existing.contains(path)) {
            removeEmpty(path);
        }
        make(Entry.parent(path));
    }

    /** Notes that an entry came or went. */
    synchronized void changed(String path) {
        changed.add(Entry.parent(path));
    }

    /** Removes every directory that is empty, but for some. */
    synchronized void prune(Set<String> kept) throws IOException {
        for (String directory : List.copyOf(existing.descendingSet())) {
            if (!kept.contains(directory)) {
                try {
                    remove(directory);
                } catch (DirectoryNotEmptyException e) {
                    // what came in meanwhile, or lies outside of the scope, is not this sync's
                }
            }
        }
    }

    /** Hands over the directories whose entries have changed, to be forced to disk. */
    synchronized List<String> takeChanged() {
        List<String> paths = List.copyOf(changed);
        changed.clear();
        return paths;
    }

    private void removeEmpty(String path) throws IOException {
        // of all texts that begin with path and "/", "0" being the character after "/"
        for (String below :
                List.copyOf(existing.subSet(path + "/", true, path + "0", false).descendingSet())) {
            remove(below);
        }
        remove(path);
    }

    private void remove(String directory) throws IOException {
        Entry.on(root, directory, operations::delete);
        existing.remove(directory);
        changed.remove(directory);
        changed(directory);
    }

    private void make(String directory) throws IOException {
        if (!directory.isEmpty() && !existing.contains(directory)) {
            make(Entry.parent(directory));
            Entry.on(root, directory, this::create);
            existing.add(directory);
            changed(directory);
        }
    }

    private void create(Entry directory) throws IOException {
        try {
            operations.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (!directory.attributes().isDirectory()) {
                throw e;
            }
        }
    }
}
