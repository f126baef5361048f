package nightfill.adapter.files;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** How deep a tree may be: whoever goes into one keeps every directory on the way open. */
final class Depth {

    /** More levels than anybody needs, and few enough for the stack and for the files that a process may have open. */
    private static final int MOST = 200;

    private Depth() {}

    /**
     * Requires that a directory is not too far below another.
     *
     * @throws FileSystemException naming only the first directory on the way, for the whole way may fill pages
     */
    static void require(Path top, Path directory) throws FileSystemException {
        Path way = top.relativize(directory);
        if (way.getNameCount() > MOST) {
            throw new FileSystemException(
                    top.resolve(way.getName(0)).toString(), null, "more than %d levels of directories".formatted(MOST));
        }
    }
}
