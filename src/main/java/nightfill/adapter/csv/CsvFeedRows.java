package nightfill.adapter.csv;

import java.io.IOException;
import java.util.List;
import nightfill.application.feeds.FeedReader;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.feed.Header;
import nightfill.domain.feed.Row;
import nightfill.domain.feed.RowParser;
import org.jspecify.annotations.Nullable;

/** The rows of one open feed. */
final class CsvFeedRows implements FeedReader.Rows {

    private final CsvFile file;
    private final Header.Columns columns;
    private final RowParser rows;
    private int number;

    private CsvFeedRows(CsvFile file, Feed feed, Position from) throws IOException {
        this.file = file;
        this.columns = file.header(feed.required(), feed.optional());
        this.rows = new RowParser(feed, columns);
        this.number = from.rows();
        if (from.offset() > 0) {
            file.seek(from.offset(), from.line());
        }
    }

    /** Takes the file over, and closes it also when it cannot be accepted. */
    static CsvFeedRows open(CsvFile file, Feed feed, Position from) throws IOException {
        try {
            return new CsvFeedRows(file, feed, from);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public Header.Columns columns() {
        return columns;
    }

    @Override
    public @Nullable FeedRecord next() throws IOException {
        RawRecord record = file.next();
        if (record == null) {
            return null;
        }
        number++;
        Position next = new Position(number, record.nextOffset(), record.nextLine());
        return new FeedRecord(number, record.line(), next, record.text(), row(record));
    }

    private Row row(RawRecord record) {
        int misquoted = file.misquoted(record);
        List<String> fields = file.fields(record);
        return misquoted > 0 ? rows.misquoted(misquoted, fields) : rows.parse(fields);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
