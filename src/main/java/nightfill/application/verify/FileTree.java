package nightfill.application.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Looks at directories as they are, never through a link below them. */
public interface FileTree {

    /** The real path of a directory, if it is one. */
    Optional<Path> directory(Path named);

    /** Whether it is a directory, or could be made one. */
    boolean canBeDirectory(Path named);

    /** What is below a directory, by path, names joined by {@code /}, in the order of code points. */
    SortedMap<String, Kind> list(Path directory) throws IOException;

    /** The text of a file; empty when it is not UTF-8. */
    Optional<String> text(Path directory, String path) throws IOException;

    /** Reads files in full, several at once, and says of each what it is or why it cannot be read. */
    Map<String, Reading> contents(Path directory, Collection<String> paths);

    /** What is at a path. */
    enum Kind {
        FILE,
        DIRECTORY,
        LINK,
        OTHER,
        UNREADABLE
    }

    /**
     * What a file holds, or why it could not be read.
     *
     * @param sha256 empty where there is trouble
     * @param trouble why it could not be read, or empty
     */
    record Reading(String sha256, long bytes, String trouble) {}
}
