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
import nightfill.adapter.files.DirectoryModes;
import nightfill.adapter.files.Entries;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.HashedFile;
import nightfill.adapter.files.OpenDirectory;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.run.Input;
import nightfill.application.sample.FeedWriter;

/** Writes a night beside its place under a hidden name, and renames it when it is whole; files follow the umask. */
public final class FilesystemFeedWriter implements FeedWriter {

    @Override
    public Path write(Path night, List<FeedText> feeds) throws IOException {
        requireAbsent(night);
        String name = Entries.name(night);
        Path parent = createParent(night.toAbsolutePath());
        String hidden = Aside.of(parent.resolve(name)).nextName();
        try (OpenDirectory place = OpenDirectory.of(parent);
                OpenDirectory own = place.make(hidden)) {
            try {
                writeAll(own, feeds);
                install(place, own, hidden, name);
                return night;
            } finally {
                if (place.holds(hidden, own)) {
                    new Entry(place, hidden).remove();
                }
            }
        }
    }

    private static void writeAll(OpenDirectory own, List<FeedText> feeds) throws IOException {
        List<String> vouchers = new ArrayList<>();
        for (FeedText feed : feeds) {
            try (Stream<String> rows = feed.rows().get()) {
                vouchers.add(write(own, feed.feed().fileName(), feed.header(), rows));
            }
        }
        write(own, Input.CONTROL, "file,rows,sha256", vouchers.stream());
        own.share(DirectoryModes.around(own.look(Input.CONTROL).orElseThrow()));
    }

    private static String write(OpenDirectory own, String name, String header, Stream<String> rows) throws IOException {
        return own.making(name, path -> name + "," + write(path, header, rows));
    }

    /** Returns how {@code control.csv} vouches for the file. */
    private static String write(Path path, String header, Stream<String> rows) throws IOException {
        try (HashedFile file = new HashedFile(path)) {
            Writer writer = file.writer();
            writer.write(header + "\n");
            long count = 0;
            for (Iterator<String> row = rows.iterator(); row.hasNext(); count++) {
                writer.write(row.next() + "\n");
            }
            return count + "," + file.finish().sha256();
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

    /** Somebody may give the hidden name to something else before it is moved: then that goes back. */
    private static void install(OpenDirectory place, OpenDirectory own, String hidden, String name) throws IOException {
        if (place.look(name).isPresent()) {
            throw exists(place.place().resolve(name));
        }
        place.rename(hidden, place, name);
        if (!place.holds(name, own)) {
            place.rename(name, place, hidden);
            throw Problem.failed(
                    "%s was replaced by somebody while it was being written".formatted(own.place()),
                    Remedy.mend("see who may write there, then run again"));
        }
    }
}
