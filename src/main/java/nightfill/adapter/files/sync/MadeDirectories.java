package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;

/** The directories that had to be made for a destination, to be made durable, or to be taken back. */
final class MadeDirectories {

    private final FileOperations operations;
    private final Deque<Path> deepestFirst = new ArrayDeque<>();

    MadeDirectories(FileOperations operations) {
        this.operations = operations;
    }

    /**
     * Makes a directory, and those above it.
     *
     * @throws NoSuchFileException when another sync has just taken one of them back: try again
     */
    void make(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.getParent();
        if (parent != null) {
            make(parent);
        }
        try {
            operations.createDirectory(directory);
            deepestFirst.push(directory);
        } catch (FileAlreadyExistsException e) {
            requireDirectory(directory);
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
            operations.sync(deepestFirst.pop().resolveSibling(""));
        }
    }

    /** Removes them again, as far as nothing else has come to lie there. */
    void takeBack() throws IOException {
        try {
            for (Path made : deepestFirst) {
                operations.delete(made);
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // somebody else uses it, or took it away
        }
    }
}
