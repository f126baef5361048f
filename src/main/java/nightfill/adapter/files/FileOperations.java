package nightfill.adapter.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import nightfill.application.sync.Tree.Content;

/** Each single change that a sync makes in the file system. */
public class FileOperations {

    /** Copies a file to a new one, on disk; tells what was copied. */
    public Content copy(ContentReader reader, Path source, Path target) throws IOException {
        return reader.copy(source, target);
    }

    /** Renames, in place of whatever file or link stands there. */
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes a file, a link, or an empty directory. */
    public void delete(Path path) throws IOException {
        Files.delete(path);
    }

    public void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory);
    }

    /** Forces a directory's entries to disk. */
    public void sync(Path directory) throws IOException {
        Durable.sync(directory);
    }
}
