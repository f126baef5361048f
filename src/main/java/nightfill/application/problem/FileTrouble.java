package nightfill.application.problem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says what is wrong with which file, in words for people rather than in those of the platform. */
public final class FileTrouble {

    private FileTrouble() {}

    public static String of(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " is missing";
        }
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (e instanceof FileAlreadyExistsException inTheWay) {
            return inTheWay.getFile() + " is in the way";
        }
        if (e instanceof NotDirectoryException other) {
            return other.getFile() + " is not a directory";
        }
        if (e instanceof DirectoryNotEmptyException full) {
            return full.getFile() + " is not empty";
        }
        return e instanceof FileSystemException other
                ? other.getFile() + ": " + other.getReason()
                : String.valueOf(e.getMessage());
    }
}
