package nightfill.adapter.files;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.io.function.IOSupplier;

/** A walk through all that is below a directory, name by name; it follows no link and opens no file. */
public record TreeWalk(Path top, Visitor visitor) {

    /**
     * Walks through all that is below a directory.
     *
     * @throws FileSystemException for a tree that is too deep, whatever the visitor thinks of it
     */
    public static void below(OpenDirectory start, Visitor visitor) throws IOException {
        new TreeWalk(start.place(), visitor).walk(start, start.entries());
    }

    /** Comes across what is there, directories before what is in them. */
    public interface Visitor {

        /** Returns whether it is a directory to go into. */
        boolean enter(Entry entry, PosixFileAttributes attributes) throws IOException;

        /**
         * Comes to what cannot be looked at.
         *
         * @param failure {@link MalformedInputException} where the name is no text here
         */
        void fail(Path path, IOException failure) throws IOException;
    }

    private void walk(OpenDirectory directory, List<Path> entries) throws IOException {
        for (Path entry : entries) {
            if (Entries.isText(entry)) {
                visit(new Entry(directory, Entries.name(entry)));
            } else {
                visitor.fail(directory.place().resolve(entry.getFileName()), new MalformedInputException(1));
            }
        }
    }

    private void visit(Entry entry) throws IOException {
        Optional<PosixFileAttributes> found = tried(entry::place, entry::attributes);
        if (found.isPresent() && visitor.enter(entry, found.get())) {
            Depth.require(top, entry.place());
            Optional<OpenDirectory> entered =
                    tried(entry::place, () -> entry.directory().enter(entry.name()));
            if (entered.isPresent()) {
                goInto(entered.get());
            }
        }
    }

    private void goInto(OpenDirectory entered) throws IOException {
        try (OpenDirectory directory = entered) {
            walk(directory, tried(directory::place, directory::entries).orElse(List.of()));
        }
    }

    /** The visitor's own failures end the walk; what cannot be looked at is only told to it. */
    private <T> Optional<T> tried(Supplier<Path> path, IOSupplier<T> look) throws IOException {
        T seen;
        try {
            seen = look.get();
        } catch (IOException e) {
            visitor.fail(path.get(), e);
            return Optional.empty();
        }
        return Optional.of(seen);
    }
}
