package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import nightfill.adapter.files.Entries;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;

/** The directories that had to be made for a destination, to be made durable, or to be taken back. */
final class MadeDirectories {

    private final FileOperations operations;
    private final Deque<Entry> deepestFirst = new ArrayDeque<>();

    MadeDirectories(FileOperations operations) {
        this.operations = operations;
    }

    /**
     * Opens the directory of a real path; it is made, and those above it, where there is none.
     *
     * @throws NoSuchFileException when another sync has just taken one of them back: try again
     */
    OpenDirectory open(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (parent == null || Files.exists(directory)) {
            requireDirectory(directory);
            return OpenDirectory.ofReal(directory);
        }
        Entry missing = new Entry(open(parent), Entries.name(directory));
        try {
            make(missing);
            return missing.directory().enter(missing.name());
        } finally {
            if (!deepestFirst.contains(missing)) {
                missing.directory().close();
            }
        }
    }

    private void make(Entry missing) throws IOException {
        try {
            operations.createDirectory(missing);
            deepestFirst.push(missing);
        } catch (FileAlreadyExistsException e) {
            requireDirectory(missing.place());
        }
    }

    /** In one look, for another sync may take its own back at any time; what a link leads to is not that. */
    private static boolean isDirectory(Path path) throws IOException {
        boolean link = Files.isSymbolicLink(path);
        return link
                ? Files.isDirectory(path)
                : Files.readAttributes(path, BasicFileAttributes.class).isDirectory();
    }

    static void requireDirectory(Path path) throws IOException {
        if (!isDirectory(path)) {
            throw Problem.refused("%s is not a directory".formatted(path), Remedy.mend("name another destination"));
        }
    }

    /** Makes them durable; they are not taken back any more. */
    void keep() throws IOException {
        while (!deepestFirst.isEmpty()) {
            OpenDirectory above = deepestFirst.pop().directory();
            try (above) {
                operations.sync(above);
            }
        }
    }

    /** Removes them again, as far as nothing else has come to lie there. */
    void takeBack() throws IOException {
        while (!deepestFirst.isEmpty()) {
            Entry made = deepestFirst.pop();
            OpenDirectory above = made.directory();
            try (above) {
                made.removeIfEmpty();
            }
        }
    }
}
