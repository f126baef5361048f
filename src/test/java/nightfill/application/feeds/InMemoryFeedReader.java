package nightfill.application.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nightfill.application.problem.Problem;
import nightfill.domain.feed.ControlEntry;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.Header;
import nightfill.domain.words.Rules;
import nightfill.harness.InMemoryDisk;
import org.jspecify.annotations.Nullable;

/** Reads feeds on a disk in memory, whose fields have no quotes: a quote stands for a damaged file. */
public final class InMemoryFeedReader implements FeedReader, ControlReader {

    private final InMemoryDisk disk;

    public InMemoryFeedReader(InMemoryDisk disk) {
        this.disk = disk;
    }

    @Override
    public Rows open(Path file, Feed feed, Rules rules, FeedRecord.Position from) throws IOException {
        List<String> lines = disk.read(file).lines().toList();
        if (lines.isEmpty()) {
            throw refused(file, 1, "it is empty");
        }
        Header header =
                Header.of(List.of(lines.get(0).split(",", -1)), feed.required(), feed.optional(), Rules.CURRENT);
        if (header instanceof Header.Fault fault) {
            throw refused(file, 1, fault.reason());
        }
        List<FeedRecord> records = StagedRows.of(feed, lines.get(0), lines.subList(1, lines.size()));
        return new InMemoryRows(
                file, (Header.Columns) header, new ArrayDeque<>(records.subList(from.rows(), records.size())));
    }

    @Override
    public void requireNarrow(Path file) throws IOException {
        if (disk.read(file).indexOf('\0') >= 0) {
            throw refused(file, 1, "UTF-16, not UTF-8");
        }
    }

    @Override
    public boolean isEmpty(Path file) throws IOException {
        return disk.read(file).isBlank();
    }

    @Override
    public boolean isTorn(Path file) throws IOException {
        String text = disk.read(file);
        return !text.isEmpty() && !text.endsWith("\n");
    }

    @Override
    public List<ControlEntry> read(Path file) throws IOException {
        List<String> lines = disk.read(file).lines().toList();
        if (!lines.get(0).startsWith("file,rows")) {
            throw refused(file, 1, "no header");
        }
        return lines.stream()
                .skip(1)
                .map(line -> entry(file, line.split(",", -1)))
                .toList();
    }

    private static ControlEntry entry(Path file, String... fields) {
        Feed feed = Feed.named(fields[0]).orElseThrow(() -> refused(file, 2, "no feed: " + fields[0]));
        return new ControlEntry(
                feed, Integer.parseInt(fields[1]), Optional.of(fields[2]).filter(sha256 -> !sha256.isEmpty()));
    }

    private static Problem refused(Path file, long line, String reason) {
        return Problem.refused("%s, line %d: %s".formatted(file.getFileName(), line, reason));
    }

    private record InMemoryRows(Path file, Header.Columns columns, Deque<FeedRecord> rows) implements Rows {

        @Override
        public @Nullable FeedRecord next() {
            FeedRecord next = rows.poll();
            if (next != null && next.raw().contains("\"")) {
                throw refused(file, next.line(), "a quote is never closed");
            }
            return next;
        }

        @Override
        public void close() {}
    }
}
