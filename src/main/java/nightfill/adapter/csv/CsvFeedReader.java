package nightfill.adapter.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import nightfill.adapter.files.Inbox;
import nightfill.application.feeds.FeedReader;
import nightfill.application.problem.Problem;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.words.Rules;

/** Reads feeds as RFC 4180 has it, in UTF-8, holding one record at a time; a resumed one from its byte offset. */
public record CsvFeedReader(Inbox inbox) implements FeedReader {

    @Override
    public Rows open(Path file, Feed feed, Rules rules, Position from) throws IOException {
        return CsvFeedRows.open(CsvFile.open(inbox, file, rules), feed, from);
    }

    @Override
    public void requireNarrow(Path file) throws IOException {
        try (CsvFile csv = CsvFile.open(inbox, file, Rules.CURRENT)) {
            csv.requireNarrow();
        }
    }

    @Override
    public boolean isEmpty(Path file) throws IOException {
        try (CsvFile csv = CsvFile.open(inbox, file, Rules.CURRENT)) {
            return csv.first() == null;
        } catch (Problem damaged) {
            return false;
        }
    }

    @Override
    public boolean isTorn(Path file) throws IOException {
        try (SeekableByteChannel channel = inbox.open(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            long length = EndMark.lengthBefore(channel);
            if (length == 0 || channel.position(length - 1).read(last) < 1) {
                return false;
            }
            return last.get(0) != '\n' && last.get(0) != '\r';
        }
    }
}
