package nightfill.adapter.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nightfill.adapter.files.Inbox;
import nightfill.application.feeds.FeedReader;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.words.Rules;

/** Writes feeds into a directory and reads them whole. */
record FeedFiles(Path directory) {

    Path write(Feed feed, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(feed.fileName()), bytes);
    }

    Path write(Feed feed, String text) throws IOException {
        return write(feed, text.getBytes(StandardCharsets.UTF_8));
    }

    List<FeedRecord> read(Feed feed, String text) throws IOException {
        return read(feed, text.getBytes(StandardCharsets.UTF_8));
    }

    List<FeedRecord> read(Feed feed, byte[] bytes) throws IOException {
        return read(write(feed, bytes), feed, Position.START);
    }

    List<FeedRecord> read(Feed feed, Rules rules, String text) throws IOException {
        return read(write(feed, text), feed, rules, Position.START);
    }

    static List<FeedRecord> read(Path file, Feed feed, Position from) throws IOException {
        return read(file, feed, Rules.CURRENT, from);
    }

    static List<FeedRecord> read(Path file, Feed feed, Rules rules, Position from) throws IOException {
        try (FeedReader.Rows rows = new CsvFeedReader(new Inbox(List.of())).open(file, feed, rules, from)) {
            return rest(rows);
        }
    }

    static List<FeedRecord> rest(FeedReader.Rows rows) throws IOException {
        List<FeedRecord> records = new ArrayList<>();
        for (FeedRecord record = rows.next(); record != null; record = rows.next()) {
            records.add(record);
        }
        return records;
    }
}
