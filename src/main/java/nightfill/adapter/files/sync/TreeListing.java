package nightfill.adapter.files.sync;

import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import nightfill.adapter.files.TreeWalk;
import nightfill.application.verify.FileTree.Kind;
import nightfill.domain.words.CodePointOrder;

/** Notes what a walk through a tree comes across. */
record TreeListing(Path root, SortedMap<String, Kind> found) implements TreeWalk.Visitor {

    static SortedMap<String, Kind> of(Path root) throws IOException {
        TreeListing listing = new TreeListing(root, new TreeMap<>(CodePointOrder.INSTANCE));
        try (OpenDirectory directory = OpenDirectory.ofReal(root)) {
            TreeWalk.below(directory, listing);
        }
        return listing.found();
    }

    @Override
    public boolean enter(Entry entry, PosixFileAttributes attributes) {
        note(entry.place(), kind(attributes));
        return attributes.isDirectory();
    }

    @Override
    public void fail(Path path, IOException failure) throws IOException {
        if (!(failure instanceof NoSuchFileException)) {
            note(path, Kind.UNREADABLE);
        }
    }

    private static Kind kind(PosixFileAttributes attributes) {
        if (attributes.isDirectory()) {
            return Kind.DIRECTORY;
        }
        if (attributes.isRegularFile()) {
            return Kind.FILE;
        }
        return attributes.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
    }

    private void note(Path path, Kind kind) {
        found.put(root.relativize(path).toString().replace(File.separatorChar, '/'), kind);
    }
}
