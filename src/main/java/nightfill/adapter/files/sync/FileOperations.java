package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Durable;
import nightfill.domain.proof.Content;

/** Each single change that a sync makes in the file system. */
class FileOperations {

    /** Copies a file to a new one, on disk; returns what was copied. */
    Content copy(ContentReader reader, Path source, Path target) throws IOException {
        return reader.copy(source, target);
    }

    /** Renames, in place of whatever file or link is there. */
    void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AccessDeniedException e) {
            throw closed(Files.isWritable(to.resolveSibling("")) ? from : to);
        } catch (FileSystemException e) {
            throw e.getClass() == FileSystemException.class
                    ? new FileSystemException(to.toString(), null, e.getReason())
                    : e;
        }
    }

    /** Deletes a file, a link, or an empty directory. */
    void delete(Path path) throws IOException {
        try {
            Files.delete(path);
        } catch (AccessDeniedException e) {
            throw closed(path);
        }
    }

    void createDirectory(Path directory) throws IOException {
        try {
            Files.createDirectory(directory);
        } catch (AccessDeniedException e) {
            throw closed(directory);
        }
    }

    /** It is the directory around it that lets nothing in it come or go. */
    private static AccessDeniedException closed(Path path) {
        return new AccessDeniedException(path.resolveSibling("").toString());
    }

    /** Forces a directory's entries to disk. */
    void sync(Path directory) throws IOException {
        Durable.sync(directory);
    }
}
