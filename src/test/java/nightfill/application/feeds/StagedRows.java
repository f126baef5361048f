package nightfill.application.feeds;

import java.util.ArrayList;
import java.util.List;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.feed.Header;
import nightfill.domain.feed.RowParser;
import nightfill.domain.words.Rules;

/** Rows of a feed as a reader hands them on, from texts without quotes. */
public final class StagedRows {

    private StagedRows() {}

    /** The columns of the rows below. */
    public static String header(Feed feed) {
        return switch (feed) {
            case BATCHES -> "ref,sku,qty,eta";
            case ALLOCATIONS, URGENT -> "orderid,line,sku,qty,batchref";
            default -> "orderid,line,sku,qty";
        };
    }

    /** The first stands on line 2 of its file. */
    public static List<FeedRecord> of(Feed feed, String... rows) {
        return of(feed, header(feed), List.of(rows));
    }

    static List<FeedRecord> of(Feed feed, String header, List<String> rows) {
        RowParser parser = new RowParser(feed, (Header.Columns)
                Header.of(List.of(header.split(",", -1)), feed.required(), feed.optional(), Rules.CURRENT));
        List<FeedRecord> records = new ArrayList<>();
        long offset = header.length() + 1L;
        for (String row : rows) {
            offset += row.length() + 1;
            int number = records.size() + 1;
            records.add(new FeedRecord(
                    number,
                    number + 1,
                    new Position(number, offset, number + 2),
                    row,
                    parser.parse(List.of(row.split(",", -1)))));
        }
        return records;
    }
}
