package nightfill.application.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nightfill.domain.proof.Content;
import nightfill.domain.run.Run;

/** The files that a night comes in. */
public interface FeedFiles {

    /** The names of the regular files in a directory, in order; none when it is not there. */
    List<String> names(Path directory) throws IOException;

    /** What of a file differs after each change of it. */
    Stamp stamp(Path file) throws IOException;

    /** SHA-256 of a file's bytes, in lower-case hexadecimal digits. */
    String sha256(Path file) throws IOException;

    /** Copies a file into the home, durably; the hash is that of the bytes written. */
    Content keep(Path source, Run run) throws IOException;

    /** Keeps a text in the home, durably, as a run's copy under that name. */
    Content keep(String text, String name, Run run) throws IOException;

    /** Removes what lies beside a run's copies of these files, left by an attempt that was undone. */
    void keepOnly(Run run, List<String> names) throws IOException;

    /** Whether there is a file, rather than anything else or nothing. */
    boolean isFile(Path file);

    /** Where a run's copy of a file is. */
    default Path kept(Run run, String name) {
        return kept(run.directory(), name);
    }

    /** The same, of a run that is named by its directory. */
    Path kept(String run, String name);

    /** Whether any copy of a run is still there. */
    boolean isAnyKept(Run run);

    /** Forgets a run's copies. */
    void forget(Run run) throws IOException;

    /** Directories of INPUT whose name is a business date, with feeds in them, be they misnamed or on their way. */
    List<LocalDate> datesWithFeeds(Path input) throws IOException;

    /** A file's size, and when its contents or its entry in the file system last changed: no sender can set that back. */
    record Stamp(long bytes, long changedNanos) {}
}
