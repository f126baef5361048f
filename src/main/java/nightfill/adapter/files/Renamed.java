package nightfill.adapter.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.commons.io.function.IOFunction;

/** A file's trouble under another name of the file. */
final class Renamed {

    private Renamed() {}

    /** Lets work use a path, and its failures name another, as people know it. */
    static <T> T naming(Path used, Supplier<Path> known, IOFunction<Path, T> work) throws IOException {
        try {
            return work.apply(used);
        } catch (FileSystemException e) {
            throw isOf(used, e) ? of(e, known.get()) : e;
        }
    }

    private static boolean isOf(Path used, FileSystemException trouble) {
        return (trouble.getFile() + "/").startsWith(used + "/");
    }

    static FileSystemException of(FileSystemException trouble, Path file) {
        FileSystemException renamed = like(trouble, file.toString());
        renamed.initCause(trouble);
        return renamed;
    }

    private static FileSystemException like(FileSystemException trouble, String file) {
        if (trouble instanceof NoSuchFileException) {
            return new NoSuchFileException(file, null, trouble.getReason());
        } else if (trouble instanceof FileAlreadyExistsException) {
            return new FileAlreadyExistsException(file, null, trouble.getReason());
        } else if (trouble instanceof AccessDeniedException) {
            return new AccessDeniedException(file, null, trouble.getReason());
        } else if (trouble instanceof DirectoryNotEmptyException) {
            return new DirectoryNotEmptyException(file);
        } else if (trouble instanceof NotDirectoryException) {
            return new NotDirectoryException(file);
        }
        return new FileSystemException(file, null, trouble.getReason());
    }
}
