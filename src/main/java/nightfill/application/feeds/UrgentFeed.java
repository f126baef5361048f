package nightfill.application.feeds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.urgent.UrgentPromises;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.proof.Content;
import nightfill.domain.run.Run;

/**
 * The lines that were allocated at once, as a feed of the next night: written from what is on record, and the same
 * whenever it is written for a run, for while one is unfinished no other line is allocated at once.
 */
public record UrgentFeed(UrgentPromises promises, FeedFiles files, FeedReader reader) {

    private static final List<String> COLUMNS = List.of("orderid", "line", "sku", "qty", "batchref");

    boolean hasRows(Run run) {
        return !promises.before(run).isEmpty();
    }

    AcceptedFeed write(Run run) throws IOException {
        List<LineRow> lines = promises.before(run);
        Content content = files.keep(
                Stream.concat(Stream.of(COLUMNS), lines.stream().map(UrgentFeed::row))
                        .map(UrgentFeed::record)
                        .collect(Collectors.joining()),
                Feed.URGENT.fileName(),
                run);
        return new AcceptedFeed(Feed.URGENT, content.bytes(), content.sha256(), null);
    }

    /** Puts on record again what a run's copy of the feed says: after a restore there may be nothing but that. */
    void putBack(Run run) throws IOException {
        List<LineRow> lines = new ArrayList<>();
        try (FeedReader.Rows rows =
                reader.open(files.kept(run, Feed.URGENT.fileName()), Feed.URGENT, run.rules(), Position.START)) {
            for (FeedRecord record = rows.next(); record != null; record = rows.next()) {
                lines.add((LineRow) record.row());
            }
        }
        promises.putBack(lines);
    }

    private static List<String> row(LineRow promise) {
        OrderLine line = promise.line();
        return List.of(
                line.orderId(),
                line.lineNumber(),
                line.sku(),
                Integer.toString(line.quantity()),
                promise.batchReference());
    }

    private static String record(List<String> fields) {
        return fields.stream()
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }
}
