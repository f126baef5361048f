package nightfill.application.replay;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.FeedReader;
import nightfill.application.problem.Problem;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.run.Run;

/** The feeds that a run accepted. */
record Sheets(Map<Feed, Sheet> sheets) {

    /**
     * Reads the copies that were kept of them.
     *
     * @throws Problem (refused) when one is gone, or is not what was accepted
     */
    static Sheets read(Run run, List<AcceptedFeed> accepted, FeedFiles files, FeedReader reader) throws IOException {
        Map<Feed, Sheet> sheets = new EnumMap<>(Feed.class);
        for (AcceptedFeed feed : accepted) {
            Path kept = files.kept(run, feed.feed().fileName());
            requireKept(run, feed, kept, files);
            sheets.put(feed.feed(), new Sheet(feed.feed(), entries(kept, feed.feed(), reader)));
        }
        return new Sheets(sheets);
    }

    private static void requireKept(Run run, AcceptedFeed feed, Path kept, FeedFiles files) throws IOException {
        try {
            if (!files.sha256(kept).equals(feed.sha256())) {
                throw Problem.refused("%s is not the feed that %s accepted; put back the one with SHA-256 %s"
                        .formatted(kept, run.title(), feed.sha256()));
            }
        } catch (NoSuchFileException e) {
            throw Problem.refused("%s is gone, so that %s cannot be replayed; put back the feed with SHA-256 %s"
                    .formatted(kept, run.title(), feed.sha256()));
        }
    }

    private static List<Entry> entries(Path file, Feed feed, FeedReader reader) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (FeedReader.Rows rows = reader.open(file, feed, Position.START)) {
            for (FeedRecord row = rows.next(); row != null; row = rows.next()) {
                entries.add(new Entry(row));
            }
        }
        return entries;
    }

    Sheet of(Feed feed) {
        return sheets.getOrDefault(feed, new Sheet(feed, List.of()));
    }

    Stream<Sheet> all() {
        return sheets.values().stream();
    }

    long rows() {
        return all().mapToLong(sheet -> sheet.entries().size()).sum();
    }

    /** The orders that any row speaks of. */
    Set<String> orderIds() {
        return all().filter(sheet -> sheet.feed() != Feed.BATCHES)
                .flatMap(sheet -> sheet.standing().stream())
                .map(entry -> entry.line().orderId())
                .collect(Collectors.toSet());
    }
}
