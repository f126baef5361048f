package nightfill.adapter.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import nightfill.application.metrics.MetricsFile;
import nightfill.application.metrics.MetricsFormat;
import nightfill.application.metrics.Observation;

/**
 * Figures in a file that everybody may read, whatever the umask, for a collector is another user. Until it is whole it
 * has a hidden name, which no collector reads.
 */
public record FilesystemMetricsFile(Path file, MetricsFormat format) implements MetricsFile {

    private static final Set<PosixFilePermission> FOR_ALL = PosixFilePermissions.fromString("rw-r--r--");

    /** What is older is left by a process that was killed; what is not may be another's, who writes at the same moment. */
    private static final Duration LEFT = Duration.ofMinutes(1);

    @Override
    public void replace(Observation seen) throws IOException {
        Aside aside = Aside.of(file);
        try (OpenDirectory directory = OpenDirectory.of(aside.directory())) {
            FileTime written = put(seen, aside.nextName(), directory);
            aside.clear(directory, FileTime.from(written.toInstant().minus(LEFT)));
        }
    }

    private FileTime put(Observation seen, String unfinished, OpenDirectory directory) throws IOException {
        try {
            FileTime written = directory.writing(unfinished, path -> write(seen, path));
            directory.rename(unfinished, directory, Entries.name(file));
            return written;
        } catch (FileSystemException trouble) {
            throw Renamed.of(trouble, file);
        } finally {
            directory.delete(unfinished);
        }
    }

    private FileTime write(Observation seen, Path unfinished) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
            format.write(seen, out);
        }
        Files.setPosixFilePermissions(unfinished, FOR_ALL);
        Durable.sync(unfinished);
        return Files.getLastModifiedTime(unfinished);
    }
}
