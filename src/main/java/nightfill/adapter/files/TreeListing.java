package nightfill.adapter.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import nightfill.application.verify.FileTree.Kind;
import nightfill.domain.words.CodePointOrder;

/** Notes what a walk through a tree comes across. */
final class TreeListing extends SimpleFileVisitor<Path> {

    private final Path root;
    private final SortedMap<String, Kind> found = new TreeMap<>(CodePointOrder.INSTANCE);

    TreeListing(Path root) {
        this.root = root;
    }

    SortedMap<String, Kind> found() {
        return found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (!directory.equals(root)) {
            note(directory, Kind.DIRECTORY);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        Kind other = attributes.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
        note(file, attributes.isRegularFile() ? Kind.FILE : other);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
        if (path.equals(root)) {
            throw failure;
        }
        if (!(failure instanceof NoSuchFileException)) {
            note(path, Kind.UNREADABLE);
        }
        return FileVisitResult.CONTINUE;
    }

    private void note(Path path, Kind kind) {
        found.put(root.relativize(path).toString().replace(File.separatorChar, '/'), kind);
    }
}
