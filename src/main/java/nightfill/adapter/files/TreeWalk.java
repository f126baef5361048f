package nightfill.adapter.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A walk through all that is below a directory; it follows no link and opens no file. */
public final class TreeWalk extends SimpleFileVisitor<Path> {

    private final Path start;
    private final Visitor visitor;

    private TreeWalk(Path start, Visitor visitor) {
        this.start = start;
        this.visitor = visitor;
    }

    public static void below(Path start, Visitor visitor) throws IOException {
        Files.walkFileTree(start, new TreeWalk(start, visitor));
    }

    /** Comes across what is there, directories before what is in them. */
    public interface Visitor {

        /** Returns whether it is a directory to go into. */
        boolean enter(Path path, BasicFileAttributes attributes) throws IOException;

        /** Comes to what cannot be looked at. */
        default void fail(Path path, IOException failure) throws IOException {
            throw failure;
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        boolean entered = directory.equals(start) || visitor.enter(directory, attributes);
        return entered ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        visitor.enter(file, attributes);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
        visitor.fail(path, failure);
        return FileVisitResult.CONTINUE;
    }
}
