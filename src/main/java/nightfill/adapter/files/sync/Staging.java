package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nightfill.adapter.files.Durable;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;

/** The directory in a destination in which files are made before they are put in place. */
final class Staging {

    static final String NAME = ".nightfill-sync";
    private static final String LOCK = "lock";

    private final Path directory;
    private final FileOperations operations;
    private final AtomicInteger names = new AtomicInteger();

    Staging(Path destination, FileOperations operations) {
        this.directory = destination.resolve(NAME);
        this.operations = operations;
    }

    Path lock() {
        return directory.resolve(LOCK);
    }

    /** A name that no file has yet. */
    Path next() {
        return directory.resolve(Integer.toString(names.incrementAndGet()));
    }

    void create() throws IOException {
        try {
            operations.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            requireDirectory();
        }
    }

    private void requireDirectory() throws IOException {
        // fails as not found where another sync has just removed it
        if (!Files.readAttributes(directory, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isDirectory()) {
            throw Problem.refused(
                    "%s is not a directory, but syncs keep there what they copy".formatted(directory),
                    Remedy.mend("remove it"));
        }
    }

    /** Removes what a sync left, but for the lock. */
    void clear() throws IOException {
        for (Path left : leftDeepestFirst()) {
            operations.delete(left);
        }
    }

    /** Removes the lock, and the directory unless another sync has come in, or has already left. */
    void remove() throws IOException {
        operations.delete(lock());
        try {
            operations.delete(directory);
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // the other's lock is there, or it has removed both
        }
    }

    private List<Path> leftDeepestFirst() throws IOException {
        return Durable.deepestFirst(directory).stream()
                .filter(path -> !path.equals(directory) && !path.equals(lock()))
                .toList();
    }
}
