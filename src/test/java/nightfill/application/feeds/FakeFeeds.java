package nightfill.application.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nightfill.application.problem.Problem;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.proof.Content;
import nightfill.domain.proof.Sha256;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** The feeds of one date as texts, arrived and kept; a text that begins with {@code bad} has no header. */
final class FakeFeeds implements FeedFiles, FeedReader {

    private static final Path HOME = Path.of("home");

    private final Map<String, String> arrived = new TreeMap<>();
    private final Map<Path, String> kept = new HashMap<>();
    private Optional<IOException> fault = Optional.empty();

    FakeFeeds with(String name, String text) {
        arrived.put(name, text);
        return this;
    }

    void remove(String name) {
        arrived.remove(name);
    }

    List<String> kept() {
        return kept.keySet().stream()
                .map(file -> String.valueOf(file.getFileName()))
                .sorted()
                .toList();
    }

    void breakDown() {
        fault = Optional.of(new IOException("disk gone"));
    }

    static String hash(String text) throws IOException {
        Sha256 hash = new Sha256();
        hash.over(OutputStream.nullOutputStream()).write(text.getBytes(UTF_8));
        return hash.hex();
    }

    @Override
    public List<String> names(Path directory) throws IOException {
        if (fault.isPresent()) {
            throw fault.get();
        }
        return List.copyOf(arrived.keySet());
    }

    @Override
    public Stamp stamp(Path file) throws IOException {
        return new Stamp(text(file).length(), text(file).hashCode());
    }

    @Override
    public String sha256(Path file) throws IOException {
        return hash(text(file));
    }

    @Override
    public Content keep(Path source, Run run) throws IOException {
        kept.put(kept(run, source.getFileName().toString()), text(source));
        return new Content(sha256(source), text(source).length());
    }

    @Override
    public boolean isFile(Path file) {
        return kept.containsKey(file) || arrived.containsKey(file.getFileName().toString());
    }

    @Override
    public Path kept(String run, String name) {
        return HOME.resolve(run).resolve(name);
    }

    @Override
    public boolean isAnyKept(Run run) {
        return !kept.isEmpty();
    }

    @Override
    public void keepOnly(Run run, List<String> names) {
        kept.keySet().removeIf(file -> !names.contains(String.valueOf(file.getFileName())));
    }

    @Override
    public void forget(Run run) {
        kept.clear();
    }

    @Override
    public List<LocalDate> datesWithFeeds(Path input) {
        return List.of();
    }

    @Override
    public Rows open(Path file, Feed feed, FeedRecord.Position from) throws IOException {
        if (text(file).startsWith("bad")) {
            throw Problem.refused(feed.fileName() + ": no header");
        }
        return new NoRows();
    }

    @Override
    public boolean isTorn(Path file) throws IOException {
        return !text(file).endsWith("\n");
    }

    private String text(Path file) throws IOException {
        String text = kept.containsKey(file)
                ? kept.get(file)
                : arrived.get(file.getFileName().toString());
        if (text == null) {
            throw new NoSuchFileException(file.toString());
        }
        return text;
    }

    private static final class NoRows implements Rows {

        @Override
        public @Nullable FeedRecord next() {
            return null;
        }

        @Override
        public void close() {}
    }
}
