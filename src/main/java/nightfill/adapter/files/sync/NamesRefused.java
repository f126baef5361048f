package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nightfill.domain.proof.Manifest;

/** Files that a sync leaves out, since the destination's file system cannot carry their names. */
final class NamesRefused {

    /** As Linux and Java word it: of a text that is no name there, and of one with characters that it does not know. */
    private static final Set<String> WORDS =
            Set.of("File name too long", "Invalid argument", "Invalid or incomplete multibyte or wide character");

    private final List<FileSystemException> refused = new ArrayList<>();

    /** Paths that are not as they were to be, for that reason. */
    private final Set<String> leftOut = new HashSet<>();

    private boolean manifests;

    /** Notes the file, unless it was something else that failed. */
    synchronized void take(String path, Path file, FileSystemException failure) throws FileSystemException {
        if (!isOfName(file, failure)) {
            throw failure;
        }
        leftOut.add(path);
        refused.add(new FileSystemException(file.toString(), null, failure.getReason()));
    }

    private static boolean isOfName(Path file, FileSystemException failure) {
        return failure.getClass() == FileSystemException.class
                && (WORDS.contains(String.valueOf(failure.getReason())) || isTooLong(file));
    }

    /** A name that could be there, and is not, is not found; the words may be in any language. */
    private static boolean isTooLong(Path file) {
        try {
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return false;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            return e.getClass() == FileSystemException.class;
        }
    }

    /** Where there is any such name, what is only to be deleted remains. */
    synchronized boolean keepFromDeleting(String path) {
        if (!refused.isEmpty()) {
            leftOut.add(path);
        }
        return !refused.isEmpty();
    }

    /** Whether the manifest would say what is not so. */
    synchronized boolean keepFromListing(String manifest) {
        String directory = manifest.substring(0, manifest.lastIndexOf('/') + 1);
        boolean untrue = leftOut.stream().anyMatch(path -> path.startsWith(directory));
        manifests |= untrue;
        return untrue;
    }

    /** @throws FileSystemException naming the first, and how many there are */
    synchronized void requireNone() throws FileSystemException {
        if (!refused.isEmpty()) {
            FileSystemException first = refused.get(0);
            String others = refused.size() == 1 ? "" : ", and %,d more".formatted(refused.size() - 1);
            String copied = "; all other files were copied"
                    + (manifests ? ", but for each %s above it".formatted(Manifest.NAME) : "");
            throw new FileSystemException(first.getFile() + others, null, first.getReason() + copied);
        }
    }
}
