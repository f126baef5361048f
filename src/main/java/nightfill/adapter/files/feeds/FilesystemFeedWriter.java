package nightfill.adapter.files.feeds;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nightfill.adapter.files.HashedFile;
import nightfill.application.problem.Problem;
import nightfill.application.sample.FeedWriter;

/** Writes a night beside its place under a hidden name, and renames it when it is whole; files follow the umask. */
public final class FilesystemFeedWriter implements FeedWriter {

    @Override
    public Path write(Path night, List<FeedText> feeds) throws IOException {
        requireAbsent(night);
        Path parent = createParent(night.toAbsolutePath());
        Path hidden = Files.createDirectory(parent.resolve("." + night.getFileName() + "." + UUID.randomUUID()));
        try {
            writeAll(hidden, feeds);
            return publish(hidden, night);
        } finally {
            deleteIfLeft(hidden);
        }
    }

    private static void writeAll(Path directory, List<FeedText> feeds) throws IOException {
        List<String> vouchers = new ArrayList<>();
        for (FeedText feed : feeds) {
            try (HashedFile file = new HashedFile(directory.resolve(feed.feed().fileName()))) {
                vouchers.add(file.write(feed.header(), feed.rows().get()));
            }
        }
        try (HashedFile control = new HashedFile(directory.resolve("control.csv"))) {
            control.write("file,rows,sha256", vouchers.stream());
        }
    }

    private static void requireAbsent(Path night) {
        if (Files.exists(night, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(night);
        }
    }

    private static Problem exists(Path night) {
        return Problem.refused(
                "%s exists and is never overwritten; name another directory or date, or delete it".formatted(night));
    }

    private static Path createParent(Path night) throws IOException {
        Path parent = night.normalize().resolveSibling("");
        try {
            return Files.createDirectories(parent);
        } catch (FileAlreadyExistsException e) {
            throw Problem.refused("%s is not a directory; name another one".formatted(e.getFile()));
        }
    }

    private static Path publish(Path hidden, Path night) throws IOException {
        try {
            return Files.move(hidden, night);
        } catch (FileAlreadyExistsException e) {
            throw exists(night);
        }
    }

    private static void deleteIfLeft(Path hidden) throws IOException {
        if (Files.notExists(hidden)) {
            return;
        }
        try (var files = Files.newDirectoryStream(hidden)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(hidden);
    }
}
