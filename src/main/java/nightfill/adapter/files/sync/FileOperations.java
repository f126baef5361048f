package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import nightfill.domain.proof.Content;

/** Each single change that a sync makes in the file system. */
class FileOperations {

    /** Copies a file to a new one, on disk; returns what was copied. */
    Content copy(ContentReader reader, Entry source, Entry target) throws IOException {
        return source.reading(from -> target.directory().making(target.name(), to -> reader.copy(from, to)));
    }

    /** Renames, in place of whatever file or link is there. */
    void rename(Entry from, Entry to) throws IOException {
        try {
            from.directory().rename(from.name(), to.directory(), to.name());
        } catch (AccessDeniedException e) {
            throw closed(Files.isWritable(to.directory().place()) ? from : to);
        }
    }

    /** Deletes a file, a link, or an empty directory. */
    void delete(Entry entry) throws IOException {
        try {
            entry.directory().delete(entry.name());
        } catch (AccessDeniedException e) {
            throw closed(entry);
        }
    }

    /** Deletes a file or a link, or a directory with all that is in it. */
    void remove(Entry entry) throws IOException {
        entry.remove();
    }

    void createDirectory(Entry entry) throws IOException {
        try {
            entry.makeDirectory();
        } catch (AccessDeniedException e) {
            throw closed(entry);
        }
    }

    /** It is the directory around it that lets nothing in it come or go. */
    private static AccessDeniedException closed(Entry entry) {
        return new AccessDeniedException(entry.directory().place().toString());
    }

    /** Forces a directory's entries to disk. */
    void sync(OpenDirectory directory) throws IOException {
        directory.force();
    }
}
