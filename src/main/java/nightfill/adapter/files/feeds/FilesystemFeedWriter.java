package nightfill.adapter.files.feeds;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import nightfill.adapter.files.Aside;
import nightfill.adapter.files.Durable;
import nightfill.adapter.files.Entries;
import nightfill.adapter.files.HashedFile;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.sample.FeedWriter;

/** Writes a night beside its place under a hidden name, and renames it when it is whole; files follow the umask. */
public final class FilesystemFeedWriter implements FeedWriter {

    @Override
    public Path write(Path night, List<FeedText> feeds) throws IOException {
        requireAbsent(night);
        Path parent = createParent(night.toAbsolutePath());
        Path hidden = Files.createDirectory(
                Aside.of(parent.resolve(Entries.name(night))).next());
        try {
            writeAll(hidden, feeds);
            return install(hidden, night);
        } finally {
            Durable.remove(hidden);
        }
    }

    private static void writeAll(Path directory, List<FeedText> feeds) throws IOException {
        List<String> vouchers = new ArrayList<>();
        for (FeedText feed : feeds) {
            String name = feed.feed().fileName();
            try (Stream<String> rows = feed.rows().get()) {
                vouchers.add(write(directory.resolve(name), feed.header(), rows));
            }
        }
        write(directory.resolve("control.csv"), "file,rows,sha256", vouchers.stream());
    }

    /** Returns the row of {@code control.csv} that vouches for the file. */
    private static String write(Path path, String header, Stream<String> rows) throws IOException {
        try (HashedFile file = new HashedFile(path)) {
            Writer writer = file.writer();
            writer.write(header + "\n");
            long count = 0;
            for (Iterator<String> row = rows.iterator(); row.hasNext(); count++) {
                writer.write(row.next() + "\n");
            }
            return path.getFileName() + "," + count + "," + file.finish().sha256();
        }
    }

    private static void requireAbsent(Path night) {
        if (Files.exists(night, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(night);
        }
    }

    private static Problem exists(Path night) {
        return Problem.refused(
                "%s exists and is never overwritten".formatted(night),
                Remedy.mend("name another directory or date"),
                Remedy.mend("delete it"));
    }

    private static Path createParent(Path night) throws IOException {
        Path parent = night.normalize().resolveSibling("");
        try {
            return Files.createDirectories(parent);
        } catch (FileAlreadyExistsException e) {
            throw Problem.refused("%s is not a directory".formatted(e.getFile()), Remedy.mend("name another one"));
        }
    }

    private static Path install(Path hidden, Path night) throws IOException {
        try {
            return Files.move(hidden, night);
        } catch (FileAlreadyExistsException e) {
            throw exists(night);
        }
    }
}
