package nightfill.domain.night;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.feed.Row;
import nightfill.domain.feed.Row.BatchRow;
import nightfill.domain.feed.Row.LineRow;
import org.jspecify.annotations.Nullable;

/** Lines, batches and feeds in few words. */
final class Given {

    static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 19);
    static final LocalDate TONIGHT = LocalDate.of(2026, 11, 20);
    static final LocalDate ETA = LocalDate.of(2026, 12, 1);

    private Given() {}

    static OrderLine chairs(String order, int quantity) {
        return new OrderLine(order, "", "CHAIR", quantity);
    }

    static OpenLine turn(long turn, OrderLine line) {
        return new OpenLine(turn, line);
    }

    static Batch batch(String reference, int purchased) {
        return new Batch(reference, "CHAIR", purchased, null);
    }

    static BatchRow fed(String reference, int purchased, @Nullable LocalDate eta) {
        return new BatchRow(reference, "CHAIR", purchased, eta);
    }

    static FeedRows feed(Feed feed, Row... rows) {
        List<FeedRow> numbered = IntStream.range(0, rows.length)
                .mapToObj(index -> row(index + 1, rows[index]))
                .toList();
        return new FeedRows(feed, numbered);
    }

    static FeedRows feed(Feed feed, OrderLine... lines) {
        return feed(
                feed, Arrays.stream(lines).map(line -> new LineRow(line, "")).toArray(Row[]::new));
    }

    static FeedRow row(int number, Row row) {
        return new FeedRow(new FeedRecord(number, 1 + number, Position.START, "raw " + number, row));
    }

    /** For each row what it came to, or why it was rejected. */
    static List<String> outcomes(FeedRows feed) {
        return feed.rows().stream().map(Given::outcome).toList();
    }

    static String outcome(FeedRow row) {
        Outcome outcome = row.outcome();
        return outcome.reason() == null
                ? outcome.kind().name()
                : outcome.reason().name();
    }
}
