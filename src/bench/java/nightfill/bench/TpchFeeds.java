package nightfill.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nightfill.adapter.files.feeds.FilesystemFeedWriter;
import nightfill.application.sample.FeedWriter.FeedText;
import nightfill.domain.feed.Feed;

/**
 * Writes the feeds of a TPC-H night of any scale factor; 0.1 makes 600,572 order lines.
 *
 * <pre>{@code ./mvnw -q -Pbench test-compile exec:java@tpch-feeds -Dexec.args="0.1 2026-11-20 target/tpch"}</pre>
 *
 * <p>The arguments are the scale factor, the business date, and the directory below which the date's is made.
 */
public final class TpchFeeds {

    private TpchFeeds() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("expected: SCALE-FACTOR DATE DIR");
        }
        LocalDate date = LocalDate.parse(arguments[1]);
        TpchNight night = new TpchNight(Double.parseDouble(arguments[0]), date);
        Path written = write(night, Path.of(arguments[2], date.toString()));
        System.out.printf("%s: demand %,d units, supply %,d units%n", written, night.demand(), night.supply());
    }

    static Path write(TpchNight night, Path directory) throws IOException {
        return new FilesystemFeedWriter()
                .write(
                        directory,
                        List.of(
                                new FeedText(Feed.BATCHES, "ref,sku,qty,eta", night::batches),
                                new FeedText(Feed.ORDER_LINES, "orderid,line,sku,qty", night::orderLines)));
    }
}
