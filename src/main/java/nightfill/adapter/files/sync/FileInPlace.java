package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Objects;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;

/** The place of a file in a destination. */
record FileInPlace(OpenDirectory destination, String path) {

    /** Who may rename in the destination can lead the file elsewhere, or give its name to another: then that is told. */
    void put(Entry from, FileOperations operations) throws IOException {
        Object key = from.attributes().fileKey();
        Entry.on(destination, path, to -> operations.rename(from, to));
        PosixFileAttributes found = Entry.at(destination, path, Entry::attributes);
        if (!found.isRegularFile() || !Objects.equals(found.fileKey(), key)) {
            throw new FileSystemException(
                    destination.place().resolve(path).toString(), null, "it was replaced by somebody at once");
        }
    }
}
